package dev.vigia.topology.slice;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A stretch of work that ends in time for the thread to read, commit and keep its place in the group. */
public final class Slice {

    /** Far below what a poll may take, and a transaction. */
    public static final Duration LENGTH = Duration.ofMillis(250);

    private final LongSupplier nanoTime;
    private final long end;

    private Slice(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + LENGTH.toNanos();
    }

    public static Slice begin(LongSupplier nanoTime) {
        return new Slice(nanoTime);
    }

    public boolean isOver() {
        return nanoTime.getAsLong() - end >= 0;
    }
}
