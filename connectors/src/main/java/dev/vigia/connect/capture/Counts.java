package dev.vigia.connect.capture;

/**
 * What was counted in an epoch.
 *
 * @param read rows read of mapped tables
 * @param written records and deletes written
 * @param refused rows that became dead letters, for each rule that refused them
 * @param paused rows of tables that are paused, read and left aside
 */
record Counts(long read, long written, long refused, long paused) {

    static final Counts NONE = new Counts(0, 0, 0, 0);
}
