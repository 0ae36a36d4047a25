package dev.vigia.app.sim.trade.order;

import java.time.Instant;
import java.util.List;

/** Goods that a customer will send back; they get their order number when they come. */
record AwaitedReturn(Instant at, long sold, Buyer buyer, Line line) implements Arrival {

    @Override
    public Outlook enter(long number) {
        var order = new SalesOrder(number, buyer, at, at, sold, List.of(line.numbered(1)));
        return new Outlook(List.of(new OrderEvent.Entered(at, order)), List.of());
    }
}
