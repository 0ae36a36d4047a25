package dev.vigia.app.sim.trade.stock;

import java.math.BigDecimal;

/**
 * What a shelf holds, and what the company knows of its sales.
 *
 * @param reserved of what is on hand; it leaves tomorrow
 * @param rate sales a day, smoothed over the last weeks
 * @param minimum the safety stock of its policy, set anew every quarter
 */
record StockItem(BigDecimal onHand, BigDecimal reserved, double rate, BigDecimal minimum) {

    private static final double MEMORY_DAYS = 28;

    BigDecimal available() {
        return onHand.subtract(reserved);
    }

    /** Yesterday's reservations leave, today's take their place, deliveries and returns come in. */
    StockItem settle(BigDecimal sold, BigDecimal received) {
        return new StockItem(onHand.subtract(reserved).add(received), sold, remember(sold), minimum);
    }

    StockItem withMinimum(BigDecimal other) {
        return new StockItem(onHand, reserved, rate, other);
    }

    boolean holdsAsMuchAs(StockItem other) {
        return onHand.compareTo(other.onHand) == 0 && reserved.compareTo(other.reserved) == 0;
    }

    /** A day on an empty shelf says nothing about demand. */
    private double remember(BigDecimal sold) {
        return available().signum() == 0 ? rate : rate + (sold.doubleValue() - rate) / MEMORY_DAYS;
    }
}
