package dev.vigia.app.sim.trade.order;

import dev.vigia.app.sim.RowChange;
import java.util.List;

/** A day at the order desk: what happened to orders, and the book it leaves. */
public record DeskDay(List<OrderEvent> events, OrderBook book) {

    public List<RowChange> changes() {
        return events.stream().flatMap(OrderEvent::changes).toList();
    }

    public List<GoodsBack> goodsBack() {
        return events.stream().flatMap(OrderEvent::goodsBack).toList();
    }
}
