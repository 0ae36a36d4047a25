package dev.vigia.connect.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigia.connect.write.StateTopic;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.schema.CaptureProgress;
import dev.vigia.schema.Phase;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the capture of a source is, as Kafka keeps it beside what was written.
 *
 * @param system the server that was read
 * @param timeline of that server
 * @param fingerprint of the mapping
 * @param position of the newest record
 * @param tables how each mapped table stood in the log when the epoch began, by name; see {@link LoggedTables}
 * @param paused the tables that are paused, by name
 * @param needsNewEpoch why it cannot go on without a new snapshot; null where it can
 * @param markedAt business time of the newest marker in milliseconds; null before the first
 * @param offset from where Debezium goes on: the end of the last whole transaction; null until the snapshot is done
 */
record CaptureState(
        long epoch,
        Phase phase,
        String system,
        long timeline,
        String fingerprint,
        String position,
        Map<String, String> tables,
        Map<String, PausedTable> paused,
        @Nullable String needsNewEpoch,
        Counts counts,
        @Nullable Long markedAt,
        @Nullable Map<String, Object> offset) {

    private static final ObjectMapper JSON = new ObjectMapper();

    CaptureState {
        // What was kept before this was asked has none.
        tables = Map.copyOf(Objects.requireNonNullElse(tables, Map.of()));
    }

    /** What was committed last; empty where this source was never captured. */
    static Optional<CaptureState> read(WriterConfig config) {
        return Optional.ofNullable(
                        StateTopic.newest(config, config.stateTopic()).get(config.source()))
                .map(CaptureState::parse);
    }

    static CaptureState parse(byte[] json) {
        try {
            return JSON.readValue(json, CaptureState.class);
        } catch (IOException e) {
            throw new CaptureRefusedException("What Kafka keeps of this capture is not readable: " + e.getMessage()
                    + ". Start with --new-epoch to take a new snapshot.");
        }
    }

    /** Nothing is known of a source that was never captured. */
    static CaptureState unknown() {
        return new CaptureState(
                0, Phase.UNKNOWN, "", 0, "", "0:0:0", Map.of(), Map.of(), null, Counts.NONE, null, null);
    }

    /** The same for people and monitors. */
    CaptureProgress progress(WriterConfig config, @Nullable Long lagBytes, @Nullable String alarm) {
        return CaptureProgress.newBuilder()
                .setSource(config.source())
                .setEpoch(epoch)
                .setPhase(phase)
                .setAt(markedAt == null ? null : Instant.ofEpochMilli(markedAt))
                .setPosition(position)
                .setRowsRead(counts.read())
                .setRecordsWritten(counts.written())
                .setRowsRefused(counts.refused())
                .setLagBytes(lagBytes)
                .setPausedTables(paused.keySet().stream().sorted().toList())
                .setAlarm(alarm)
                .setReportedAt(config.clock().instant())
                .build();
    }

    /** The same, of a mapping and the tables that it reads. */
    CaptureState of(String otherFingerprint, Map<String, String> otherTables) {
        return new CaptureState(
                epoch,
                phase,
                system,
                timeline,
                otherFingerprint,
                position,
                otherTables,
                paused,
                needsNewEpoch,
                counts,
                markedAt,
                offset);
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Up to where everything of the source's log is in Kafka; 0 until the snapshot is done. */
    long safe() {
        if (offset == null) {
            return 0;
        }
        return offset.getOrDefault("lsn_commit", offset.getOrDefault("lsn", 0L)) instanceof Number lsn
                ? lsn.longValue()
                : 0;
    }
}
