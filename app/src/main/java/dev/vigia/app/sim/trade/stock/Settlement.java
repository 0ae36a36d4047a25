package dev.vigia.app.sim.trade.stock;

import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.trade.book.BusinessDay;
import dev.vigia.app.sim.trade.book.Planned;
import dev.vigia.app.sim.trade.book.Rows;
import dev.vigia.app.sim.trade.book.Wms;
import dev.vigia.app.sim.trade.order.Basket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A day's end in the warehouses: every shelf that moved gets its movements and its new level. */
final class Settlement {

    private final BusinessDay day;
    private final Map<String, BigDecimal> sold = new HashMap<>();
    private final Map<String, List<GoodsIn>> received = new HashMap<>();
    private final List<RowChange> changes = new ArrayList<>();
    private long lastMovement;

    Settlement(BusinessDay day, List<Basket> baskets, List<GoodsIn> goodsIn) {
        this.day = day;
        baskets.forEach(this::sell);
        goodsIn.forEach(in ->
                received.computeIfAbsent(in.shelf(), shelf -> new ArrayList<>()).add(in));
    }

    Planned<StockState> settle(List<Shelf> shelves, StockState state) {
        lastMovement = state.lastMovement();
        var items = new TreeMap<>(state.items());
        for (var shelf : shelves) {
            items.computeIfPresent(shelf.key(), (key, item) -> settle(shelf, item));
        }
        return new Planned<>(new StockState(items, state.inbound(), lastMovement, state.lastPurchase()), changes);
    }

    private void sell(Basket basket) {
        for (var wish : basket.wishes()) {
            sold.merge(Shelf.key(wish.series()), wish.granted(), BigDecimal::add);
        }
    }

    private StockItem settle(Shelf shelf, StockItem item) {
        var goodsIn = received.getOrDefault(shelf.key(), List.of());
        var quantityIn = goodsIn.stream().map(GoodsIn::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        var settled = item.settle(sold.getOrDefault(shelf.key(), BigDecimal.ZERO.setScale(3)), quantityIn);
        if (item.reserved().signum() > 0) {
            move(shelf, "issue", item.reserved().negate(), "shipments " + day.date());
        }
        goodsIn.forEach(in -> move(shelf, in.kind(), in.quantity(), in.document()));
        if (!settled.holdsAsMuchAs(item)) {
            changes.add(shelf.levelUpdated(day.evening(), settled));
        }
        return settled;
    }

    private void move(Shelf shelf, String kind, BigDecimal quantity, String document) {
        var warehouse = shelf.warehouse().code();
        var sku = shelf.product().sku();
        var at = day.evening();
        changes.add(Rows.insert(at, Wms.STOCK_MOVEMENT, ++lastMovement, warehouse, sku, kind, quantity, document, at));
    }
}
