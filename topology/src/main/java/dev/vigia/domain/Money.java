package dev.vigia.domain;

import java.math.BigDecimal;

/** An amount of the business's one currency, exact to the hundredth. What does not fit is an {@link ArithmeticException}. */
public record Money(long hundredths) {

    public static final int SCALE = 2;

    public static final Money ZERO = new Money(0);

    public static Money of(BigDecimal amount) {
        return new Money(amount.setScale(SCALE).unscaledValue().longValueExact());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(hundredths, other.hundredths));
    }

    public Money negated() {
        return new Money(Math.negateExact(hundredths));
    }

    public Money abs() {
        return hundredths < 0 ? negated() : this;
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(hundredths, SCALE);
    }
}
