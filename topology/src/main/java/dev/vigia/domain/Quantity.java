package dev.vigia.domain;

import java.math.BigDecimal;

/** A number of base units, exact to the thousandth. What does not fit is an {@link ArithmeticException}. */
public record Quantity(long thousandths) implements Comparable<Quantity> {

    public static final int SCALE = 3;

    public static final Quantity ZERO = new Quantity(0);

    public static Quantity of(BigDecimal units) {
        return new Quantity(units.setScale(SCALE).unscaledValue().longValueExact());
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(thousandths, other.thousandths));
    }

    public Quantity negated() {
        return new Quantity(Math.negateExact(thousandths));
    }

    public Quantity abs() {
        return thousandths < 0 ? negated() : this;
    }

    public BigDecimal units() {
        return BigDecimal.valueOf(thousandths, SCALE);
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(thousandths, other.thousandths);
    }
}
