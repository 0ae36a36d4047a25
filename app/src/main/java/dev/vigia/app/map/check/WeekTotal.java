package dev.vigia.app.map.check;

import java.math.BigDecimal;

/** What was sold and came back in a week, exactly; revenue is sales less returns. */
record WeekTotal(BigDecimal gross, BigDecimal returned, BigDecimal revenue) {

    static final WeekTotal NOTHING = new WeekTotal(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    static WeekTotal sold(BigDecimal quantity, BigDecimal revenue) {
        return new WeekTotal(quantity, BigDecimal.ZERO, revenue);
    }

    static WeekTotal cameBack(BigDecimal quantity, BigDecimal revenue) {
        return new WeekTotal(BigDecimal.ZERO, quantity.abs(), revenue.abs().negate());
    }

    WeekTotal plus(WeekTotal other) {
        return new WeekTotal(gross.add(other.gross), returned.add(other.returned), revenue.add(other.revenue));
    }

    /** Whether the amounts are equal, whatever their scale. */
    boolean isSameAs(WeekTotal other) {
        return gross.compareTo(other.gross) == 0
                && returned.compareTo(other.returned) == 0
                && revenue.compareTo(other.revenue) == 0;
    }
}
