package dev.vigia.app.sim.trade.stock;

import java.math.BigDecimal;
import java.util.Optional;

/** What a shelf lacks, in what is on it and on its way, until the delivery after the next. */
record Shortage(Shelf shelf, BigDecimal quantity) {

    static Optional<Shortage> of(Shelf shelf, StockItem item, BigDecimal onOrder) {
        var target = shelf.policy().target(item.rate(), item.minimum());
        var lacking = target.subtract(item.available()).subtract(onOrder);
        return lacking.signum() > 0
                ? Optional.of(new Shortage(shelf, shelf.policy().inMultiples(lacking)))
                : Optional.empty();
    }

    Inbound.Item item() {
        return new Inbound.Item(shelf.product().sku(), quantity);
    }
}
