package dev.vigia.domain;

/**
 * A week of the business, numbered from the one that holds 1 January 1970; on which day it starts, and where, the
 * {@link BusinessCalendar} knows.
 */
public record BusinessWeek(int number) implements Comparable<BusinessWeek> {

    public BusinessWeek plus(int weeks) {
        return new BusinessWeek(Math.addExact(number, weeks));
    }

    public BusinessWeek next() {
        return plus(1);
    }

    /** How many weeks this one is after another; negative before it. */
    public int since(BusinessWeek other) {
        return Math.subtractExact(number, other.number);
    }

    public boolean isAfter(BusinessWeek other) {
        return number > other.number;
    }

    @Override
    public int compareTo(BusinessWeek other) {
        return Integer.compare(number, other.number);
    }
}
