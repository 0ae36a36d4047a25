package dev.vigia.domain;

/**
 * Whether a product could be bought in a week, so that its sales show its demand.
 *
 * @param observed false where they do not: out of stock too long, before its launch, after it was discontinued
 * @param hundredths of a percent of the week in which it could be bought
 */
public record Availability(boolean observed, int hundredths) {

    private static final int WHOLE = 10_000;

    /** As long as nothing else is known. */
    public static final Availability FULL = new Availability(true, WHOLE);

    public Availability {
        if (hundredths < 0 || hundredths > WHOLE) {
            throw new IllegalArgumentException("a share of a week is between 0 and " + WHOLE + ", not " + hundredths);
        }
    }

    /** Between 0 and 1. */
    public double fraction() {
        return hundredths / (double) WHOLE;
    }
}
