package dev.vigia.models.baseline;

/**
 * The method of Teunter, Syntetos and Babai: the usual size of a demand times how likely one is in a week. Unlike
 * Croston's it sinks while there is none.
 */
final class Tsb implements FlatRule.Level {

    private final Smoothed size = new Smoothed();
    private final Smoothed chance = new Smoothed();

    @Override
    public void clear() {
        size.clear();
        chance.clear();
    }

    /** A week with more returned than sold counts as one without demand. */
    @Override
    public void see(double value) {
        chance.see(value > 0 ? 1 : 0);
        if (value > 0) {
            size.see(value);
        }
    }

    @Override
    public double value() {
        return size.value() * chance.value();
    }
}
