package dev.vigia.connect.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigia.connect.write.StateTopic;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.schema.CaptureProgress;
import dev.vigia.schema.Phase;
import dev.vigia.schemas.Position;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far the topics are read, as Kafka keeps it beside what was written.
 *
 * @param fingerprint of the mapping
 * @param phase SNAPSHOT until everything of the epoch's snapshot was read
 * @param position of the newest record of the epoch
 * @param older position of the newest record of what lies before the epoch's snapshot
 * @param snapshot what is known of the epoch's snapshot
 * @param needsNewEpoch why it cannot go on; null where it can
 * @param markedAt business time of the newest marker in milliseconds; null before the first
 * @param counts what became of the epoch's rows; none where an older version kept it
 * @param offsets the next record of each partition, as {@code topic:partition}
 */
record TopicsState(
        String fingerprint,
        Phase phase,
        String position,
        String older,
        Snapshot snapshot,
        @Nullable String needsNewEpoch,
        @Nullable Long markedAt,
        @Nullable Counts counts,
        Map<String, Long> offsets) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was committed last; empty where this source was never read. */
    static Optional<TopicsState> read(WriterConfig config) {
        return Optional.ofNullable(
                        StateTopic.newest(config, config.stateTopic()).get(config.source()))
                .map(TopicsState::parse);
    }

    static TopicsState parse(byte[] json) {
        try {
            return JSON.readValue(json, TopicsState.class);
        } catch (IOException e) {
            throw new TopicsRefusedException("What Kafka keeps of this source is not of reading topics: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                    + ". Give the mapping another name of source, or go on with what captured it so far.");
        }
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing is read yet in the epoch that follows what was written last. */
    static TopicsState after(Position last, String fingerprint) {
        return new TopicsState(
                fingerprint,
                Phase.SNAPSHOT,
                new Position(last.epoch() + 1, 0, 0).toString(),
                last.toString(),
                Snapshot.NONE,
                null,
                null,
                Counts.NONE,
                new TreeMap<>());
    }

    /** The same for people and monitors. */
    CaptureProgress progress(WriterConfig config) {
        var known = Objects.requireNonNullElse(counts, Counts.NONE);
        return CaptureProgress.newBuilder()
                .setSource(config.source())
                .setEpoch(epoch())
                .setPhase(phase)
                .setAt(markedAt == null ? null : Instant.ofEpochMilli(markedAt))
                .setPosition(position)
                .setRowsRead(known.read())
                .setRecordsWritten(known.written())
                .setRowsRefused(known.refused())
                .setAlarm(needsNewEpoch)
                .setReportedAt(config.clock().instant())
                .build();
    }

    long epoch() {
        return Position.parse(position).epoch();
    }

    static String name(TopicPartition partition) {
        return partition.topic() + ":" + partition.partition();
    }
}
