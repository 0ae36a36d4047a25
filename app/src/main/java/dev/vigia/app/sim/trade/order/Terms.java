package dev.vigia.app.sim.trade.order;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** At what price a line is sold, and how much is taken off; money is rounded half-even, line by line. */
public record Terms(BigDecimal unitPrice, int discountPercent) {

    private static final int PERCENT = 2;

    Terms agreedWith(Customer customer) {
        return new Terms(unitPrice, discountPercent + customer.discountPercent());
    }

    BigDecimal discount(BigDecimal quantity) {
        var off = BigDecimal.valueOf(discountPercent, PERCENT);
        return money(unitPrice.multiply(quantity).multiply(off));
    }

    BigDecimal amount(BigDecimal quantity) {
        return money(unitPrice.multiply(quantity)).subtract(discount(quantity));
    }

    private static BigDecimal money(BigDecimal exact) {
        return exact.setScale(2, RoundingMode.HALF_EVEN);
    }
}
