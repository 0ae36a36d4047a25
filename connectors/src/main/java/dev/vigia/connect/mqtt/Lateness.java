package dev.vigia.connect.mqtt;

import dev.vigia.schema.SensorReading;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells which readings were stored and come late: those observed long before the newest of their channel.
 *
 * <p>A sensor whose clock jumped ahead for a moment must not make all that follows late, so the newest is forgotten when
 * nothing near it has come for as long. Bounded: of more channels, those silent longest are forgotten. One thread.
 */
final class Lateness {

    private static final int MOST_CHANNELS = 100_000;

    private record Channel(String asset, String measure) {}

    /** Observation time of the newest reading of a channel, and when the last one near it was received. */
    private static final class Newest {
        private long observed = Long.MIN_VALUE;
        private long received;
    }

    private final long tolerance;
    private final Map<Channel, Newest> channels = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Channel, Newest> eldest) {
            return size() > MOST_CHANNELS;
        }
    };

    Lateness(Duration tolerance) {
        this.tolerance = tolerance.toMillis();
    }

    boolean isLate(SensorReading reading) {
        var newest =
                channels.computeIfAbsent(new Channel(reading.getAsset(), reading.getMeasure()), any -> new Newest());
        long observed = reading.getObservedAt().toEpochMilli();
        long received = reading.getReceivedAt().toEpochMilli();
        boolean late = newest.observed != Long.MIN_VALUE && observed < newest.observed - tolerance;
        if (late && received - newest.received <= tolerance) {
            return true;
        }
        newest.observed = late ? observed : Math.max(newest.observed, observed);
        newest.received = received;
        return false;
    }
}
