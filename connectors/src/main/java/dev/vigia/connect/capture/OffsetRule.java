package dev.vigia.connect.capture;

/** When an offset counts as processed. */
public enum OffsetRule {
    /** At the end of a transaction of the source. */
    WHOLE_TRANSACTIONS,
    /** At every row, as Debezium's engine does it by itself: for benchmarks alone, for it loses rows. */
    EACH_ROW
}
