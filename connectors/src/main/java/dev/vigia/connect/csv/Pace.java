package dev.vigia.connect.csv;

import java.time.Duration;

/** When a transaction is large enough: after about a second, or 50,000 records. One thread. */
final class Pace {

    private static final long RECORDS = 50_000;
    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private long done;
    private long refused;
    private long begun = System.nanoTime();

    /** Whether it is time to commit, which is then taken as done. */
    boolean isDue(Counts counts) {
        long records = counts.allRecords();
        if (records - done < RECORDS
                && counts.refusedLines() - refused < RECORDS
                && System.nanoTime() - begun < NANOS) {
            return false;
        }
        done = records;
        refused = counts.refusedLines();
        begun = System.nanoTime();
        return true;
    }
}
