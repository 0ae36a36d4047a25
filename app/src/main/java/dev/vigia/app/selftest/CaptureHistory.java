package dev.vigia.app.selftest;

import java.sql.SQLException;

/** Waits until everything that the company has is in Kafka, and compares it with SQL. */
final class CaptureHistory implements Stage {

    @Override
    public String name() {
        return "history captured";
    }

    @Override
    public String prove(Trial trial) throws SQLException, InterruptedException {
        trial.captures().awaitLive(trial.patience());
        var differences = SourceSums.differences(trial.connection(), trial.contents());
        if (!differences.isEmpty()) {
            throw new NotProved(String.join("; ", differences));
        }
        return "counts and sums of " + SourceSums.topics() + " topics equal SQL";
    }
}
