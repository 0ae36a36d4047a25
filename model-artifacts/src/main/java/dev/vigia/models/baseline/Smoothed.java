package dev.vigia.models.baseline;

/** A value smoothed exponentially: each new one counts for a tenth, the first for all. */
final class Smoothed {

    private static final double SHARE = 0.1;

    private double value;
    private boolean begun;

    void clear() {
        value = 0;
        begun = false;
    }

    void see(double next) {
        value = begun ? SHARE * next + (1 - SHARE) * value : next;
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }

    /** Zero before anything was seen. */
    double value() {
        return value;
    }
}
