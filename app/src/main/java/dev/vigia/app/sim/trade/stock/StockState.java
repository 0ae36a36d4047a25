package dev.vigia.app.sim.trade.stock;

import dev.vigia.app.sim.trade.demand.Series;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the warehouses carry to the next day.
 *
 * @param items by warehouse and product
 * @param inbound purchase orders on their way
 */
public record StockState(Map<String, StockItem> items, List<Inbound> inbound, long lastMovement, long lastPurchase) {

    static final StockState EMPTY = new StockState(Map.of(), List.of(), 0, 0);

    StockState withItems(Map<String, StockItem> other) {
        return new StockState(other, inbound, lastMovement, lastPurchase);
    }

    StockState withInbound(List<Inbound> other) {
        return new StockState(items, other, lastMovement, lastPurchase);
    }

    /** What can be sold of a series. */
    public BigDecimal available(Series series) {
        var item = items.get(Shelf.key(series));
        return item == null ? BigDecimal.ZERO : item.available();
    }

    /** What is on its way, by shelf. */
    Map<String, BigDecimal> onOrder() {
        return inbound.stream()
                .flatMap(GoodsIn::of)
                .collect(Collectors.toMap(GoodsIn::shelf, GoodsIn::quantity, BigDecimal::add));
    }
}
