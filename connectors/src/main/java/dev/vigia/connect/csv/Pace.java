package dev.vigia.connect.csv;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When a transaction is large enough: after about a second, or 50,000 records. One thread. */
final class Pace {

    private static final long RECORDS = 50_000;
    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanos;
    private long begun;
    private long done;
    private long refused;
    private long seen;

    Pace() {
        this(System::nanoTime);
    }

    Pace(LongSupplier nanos) {
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    /** Whether it is time to commit, which is then taken as done; never where nothing has come since. */
    boolean isDue(Counts counts) {
        long records = counts.allRecords();
        if (counts.lines() + records == seen) {
            return false;
        }
        if (records - done < RECORDS
                && counts.refusedLines() - refused < RECORDS
                && nanos.getAsLong() - begun < NANOS) {
            return false;
        }
        done = records;
        refused = counts.refusedLines();
        seen = counts.lines() + records;
        begun = nanos.getAsLong();
        return true;
    }
}
