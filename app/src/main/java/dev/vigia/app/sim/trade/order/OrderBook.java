package dev.vigia.app.sim.trade.order;

import java.util.List;

/**
 * What the order desk carries to the next day.
 *
 * @param lastNumber the last order number given
 * @param pending what is yet to happen to orders already numbered
 * @param returns what customers will send back
 */
public record OrderBook(long lastNumber, List<OrderEvent> pending, List<AwaitedReturn> returns) {

    public static final OrderBook EMPTY = new OrderBook(100_000, List.of(), List.of());
}
