package dev.vigia.models.baseline;

/** Croston's method for demand that comes now and then: the usual size of a demand over the usual weeks between two. */
final class Croston implements FlatRule.Level {

    private final Smoothed size = new Smoothed();
    private final Smoothed interval = new Smoothed();
    private int weeksSince;

    @Override
    public void clear() {
        size.clear();
        interval.clear();
        weeksSince = 0;
    }

    /** A week with more returned than sold counts as one without demand. */
    @Override
    public void see(double value) {
        weeksSince++;
        if (value > 0) {
            size.see(value);
            interval.see(weeksSince);
            weeksSince = 0;
        }
    }

    @Override
    public double value() {
        return size.hasBegun() ? size.value() / interval.value() : 0;
    }
}
