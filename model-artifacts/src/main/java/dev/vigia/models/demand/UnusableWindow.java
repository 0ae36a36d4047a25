package dev.vigia.models.demand;

/**
 * A window that cannot be scored, or whose forecast cannot be true.
 *
 * @param index its place in the batch
 * @param what is wrong with it
 */
public record UnusableWindow(int index, String series, String what) {

    @Override
    public String toString() {
        return series + ": " + what;
    }
}
