package dev.vigia.app.selftest;

import dev.vigia.schema.SensorReading;
import dev.vigia.schemas.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Lets the company live two days: then SQL still agrees, and every reading that its machines sent is there. */
final class LiveOn implements Stage {

    private static final Duration DAYS = Duration.ofDays(2);

    @Override
    public String name() {
        return "the company lives on";
    }

    @Override
    public String prove(Trial trial) throws Exception {
        long sent = trial.company().live(DAYS);
        trial.await("the readings that were sent", () -> readings(trial).size() == sent);
        trial.await(
                "records equal to SQL",
                () -> SourceSums.differences(trial.connection(), trial.contents())
                        .isEmpty());
        return sent + " readings sent over MQTT are all there, and " + SourceSums.topics() + " topics still equal SQL";
    }

    /** A reading that is delivered twice counts once. */
    private static Set<String> readings(Trial trial) {
        var seen = new HashSet<String>();
        trial.contents().read(Topics.READINGS, record -> {
            if (record.value() instanceof SensorReading reading) {
                seen.add(reading.getAsset() + "/" + reading.getMeasure() + "/" + reading.getObservedAt());
            }
        });
        return seen;
    }
}
