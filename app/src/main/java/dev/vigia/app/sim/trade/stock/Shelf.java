package dev.vigia.app.sim.trade.stock;

import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.trade.book.Rows;
import dev.vigia.app.sim.trade.book.Update;
import dev.vigia.app.sim.trade.book.Wms;
import dev.vigia.app.sim.trade.demand.Series;
import dev.vigia.app.sim.trade.product.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The place of a product in a warehouse.
 *
 * @param plannedRate what the company expects to sell a day when the product first lies there
 */
record Shelf(Warehouse warehouse, Product product, Policy policy, double plannedRate) {

    String key() {
        return key(warehouse, product.sku());
    }

    static String key(Warehouse warehouse, String sku) {
        return warehouse.code() + "|" + sku;
    }

    /** Of the shelf from which a series is served. */
    static String key(Series series) {
        return key(Warehouse.serving(series.region()), series.product().sku());
    }

    StockItem empty() {
        return new StockItem(
                BigDecimal.ZERO.setScale(3), BigDecimal.ZERO.setScale(3), plannedRate, policy.minimum(plannedRate));
    }

    StockItem full() {
        var minimum = policy.minimum(plannedRate);
        var target = policy.inMultiples(policy.target(plannedRate, minimum));
        return new StockItem(target, BigDecimal.ZERO.setScale(3), plannedRate, minimum);
    }

    List<RowChange> introduced(Instant at, StockItem item) {
        return List.of(policyInserted(at, item), levelInserted(at, item));
    }

    RowChange minimumUpdated(Instant at, BigDecimal minimum) {
        return Update.of(Wms.REPLENISHMENT_POLICY, warehouse.code(), product.sku())
                .set("minimum", minimum)
                .set("updated_at", at)
                .at(at);
    }

    RowChange levelUpdated(Instant at, StockItem item) {
        return Update.of(Wms.STOCK_LEVEL, warehouse.code(), product.sku())
                .set("on_hand", item.onHand())
                .set("reserved", item.reserved())
                .set("updated_at", at)
                .at(at);
    }

    private RowChange policyInserted(Instant at, StockItem item) {
        return Rows.insert(
                at,
                Wms.REPLENISHMENT_POLICY,
                warehouse.code(),
                product.sku(),
                item.minimum(),
                policy.multiple(),
                policy.leadDays(),
                policy.spreadDays(),
                Policy.REVIEW_DAYS,
                policy.serviceLevel(),
                at);
    }

    private RowChange levelInserted(Instant at, StockItem item) {
        return Rows.insert(at, Wms.STOCK_LEVEL, warehouse.code(), product.sku(), item.onHand(), item.reserved(), at);
    }
}
