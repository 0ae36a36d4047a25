package dev.vigia.app.sim.trade.stock;

import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.trade.book.BusinessDay;
import java.util.List;
import java.util.stream.Stream;

/** What a day brings of the purchase orders on their way: goods, or news of a delay. */
record Deliveries(BusinessDay day, List<Inbound> inbound) {

    Stream<GoodsIn> goodsIn() {
        return inbound.stream().filter(one -> one.arrives(day)).flatMap(GoodsIn::of);
    }

    List<Inbound> stillOnTheirWay() {
        return inbound.stream()
                .filter(one -> !one.arrives(day))
                .map(one -> one.isOverdue(day) ? one.promisedAnew() : one)
                .toList();
    }

    List<RowChange> changes() {
        return inbound.stream().flatMap(this::changes).toList();
    }

    private Stream<RowChange> changes(Inbound one) {
        if (one.arrives(day)) {
            return one.received(day);
        }
        return one.isOverdue(day) ? Stream.of(one.delayed(day)) : Stream.empty();
    }
}
