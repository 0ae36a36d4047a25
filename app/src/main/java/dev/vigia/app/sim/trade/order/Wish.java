package dev.vigia.app.sim.trade.order;

import dev.vigia.app.sim.trade.demand.Series;
import java.math.BigDecimal;

/** What a customer wants of one product, and how much of it can be delivered. */
public record Wish(Series series, Terms terms, BigDecimal wanted, BigDecimal granted) {

    public Wish grant(BigDecimal quantity) {
        return new Wish(series, terms, wanted, quantity);
    }

    public BigDecimal lost() {
        return wanted.subtract(granted);
    }

    boolean isGranted() {
        return granted.signum() > 0;
    }
}
