package dev.vigia.domain;

/**
 * What is known of a week of a series that has closed.
 *
 * @param revision 0 when it closed, and one more with every correction
 */
public record ClosedWeek(BusinessWeek week, int revision, Amounts amounts, Availability availability) {

    static ClosedWeek zero(BusinessWeek week) {
        return new ClosedWeek(week, 0, Amounts.NOTHING, Availability.FULL);
    }

    ClosedWeek plus(Amounts more) {
        return new ClosedWeek(week, revision, amounts.plus(more), availability);
    }

    ClosedWeek with(Availability other) {
        return new ClosedWeek(week, revision, amounts, other);
    }

    ClosedWeek revised(int next) {
        return new ClosedWeek(week, next, amounts, availability);
    }

    boolean isZero() {
        return amounts.equals(Amounts.NOTHING);
    }
}
