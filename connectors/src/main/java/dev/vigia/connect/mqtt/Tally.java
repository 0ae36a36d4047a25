package dev.vigia.connect.mqtt;

/** What became of the readings of some messages. */
public record Tally(long messages, long written, long refused, long excluded) {

    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally plus(long moreMessages, long moreWritten, long moreRefused, long moreExcluded) {
        return new Tally(
                messages + moreMessages, written + moreWritten, refused + moreRefused, excluded + moreExcluded);
    }

    /** Everything that was read, whatever became of it. */
    public long received() {
        return written + refused + excluded;
    }
}
