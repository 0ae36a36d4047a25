package dev.vigia.connect.topics;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Tells when everything up to a time of the source has been read from all partitions.
 *
 * <p>A connector sends to several partitions in no order: what came before a time may still be on its way when the time
 * is told. When the next time is told it has arrived; so a time holds once every partition is read up to where it ended
 * when the next one came. One thread.
 */
final class Barrier {

    /**
     * A time that the source told.
     *
     * @param snapshotOver whether the snapshot had been over before
     */
    record Told(@Nullable Instant at, boolean snapshotOver) {}

    private @Nullable Told newest;
    private @Nullable Told awaited;
    private Map<TopicPartition, Long> ends = Map.of();

    /** Takes note of a time; what was told before is awaited from now on, unless something is already. */
    void tell(Told told, Supplier<Map<TopicPartition, Long>> endsNow) {
        if (awaited == null && newest != null) {
            awaited = newest;
            ends = endsNow.get();
        }
        newest = told;
    }

    /** What was awaited and has been reached; null while there is none. */
    @Nullable
    Told reached(ToLongFunction<TopicPartition> position) {
        var waiting = awaited;
        if (waiting == null
                || ends.entrySet().stream().anyMatch(end -> position.applyAsLong(end.getKey()) < end.getValue())) {
            return null;
        }
        awaited = null;
        return waiting;
    }

    /** Forgets what it was told: a new epoch has begun. */
    void clear() {
        newest = null;
        awaited = null;
    }
}
