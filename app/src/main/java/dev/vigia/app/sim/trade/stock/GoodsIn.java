package dev.vigia.app.sim.trade.stock;

import dev.vigia.app.sim.trade.order.GoodsBack;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** Goods that come into a shelf, and the document they come with. */
record GoodsIn(String shelf, String kind, BigDecimal quantity, String document) {

    static GoodsIn of(GoodsBack back) {
        var shelf = Shelf.key(Warehouse.serving(back.region()), back.sku());
        return new GoodsIn(shelf, "return", back.quantity(), "order " + back.order());
    }

    static Stream<GoodsIn> of(Inbound inbound) {
        return inbound.items().stream()
                .map(item -> new GoodsIn(
                        Shelf.key(inbound.warehouse(), item.sku()),
                        "receipt",
                        item.quantity(),
                        "purchase order " + inbound.number()));
    }
}
