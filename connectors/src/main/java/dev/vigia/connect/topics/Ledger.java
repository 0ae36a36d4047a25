package dev.vigia.connect.topics;

import dev.vigia.connect.envelope.EventSource;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.connect.write.Mark;
import dev.vigia.connect.write.Origin;
import dev.vigia.connect.write.RunningPosition;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.schema.Phase;
import dev.vigia.schemas.Position;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes what comes and keeps how far that is, in the same transactions of Kafka, each of about a second at most. One
 * thread.
 */
final class Ledger {

    private static final long LONGEST_TRANSACTION = Duration.ofSeconds(1).toNanos();
    private static final long REPORTED_EVERY = Duration.ofSeconds(10).toNanos();

    private final CanonicalWriter writer;
    private final WriterConfig config;
    private TopicsState state;
    private RunningPosition position;
    private RunningPosition older;
    private Counts counts;
    private long reportDue = System.nanoTime();
    private boolean open;
    private long openSince;

    Ledger(CanonicalWriter writer, WriterConfig config, TopicsState state) {
        this.writer = writer;
        this.config = config;
        this.state = state;
        this.position = new RunningPosition(Position.parse(state.position()));
        this.older = new RunningPosition(Position.parse(state.older()));
        this.counts = Objects.requireNonNullElse(state.counts(), Counts.NONE);
    }

    TopicsState state() {
        return state;
    }

    long epoch() {
        return position.last().epoch();
    }

    /** Keeps the state that it was made with: its epoch has begun, whatever ends this run. */
    void begin() {
        touched();
        commit();
    }

    /** Begins the next epoch, from here on. */
    void beginEpoch() {
        long next = epoch() + 1;
        older = position;
        position = new RunningPosition(new Position(next, 0, 0));
        counts = Counts.NONE;
        update(Phase.SNAPSHOT, Snapshot.NONE, null, state.markedAt());
    }

    void snapshot(Snapshot snapshot) {
        if (!snapshot.equals(state.snapshot())) {
            update(state.phase(), snapshot, state.needsNewEpoch(), state.markedAt());
        }
    }

    void live() {
        reportDue = System.nanoTime();
        update(Phase.LIVE, state.snapshot(), state.needsNewEpoch(), state.markedAt());
    }

    void needNewEpoch(String why) {
        reportDue = System.nanoTime();
        update(state.phase(), state.snapshot(), why, state.markedAt());
    }

    /** Writes an output of an event of the present epoch, or of what lies before its snapshot. */
    void write(Output output, EventSource source, boolean isOlder, Origin origin) {
        var running = isOlder ? older : position;
        running.moveTo(source.lsn());
        count(output, writer.write(output, running.next(), source.committedAt(), () -> origin));
    }

    /** Writes what follows from no single event. */
    void write(Output output, Origin origin) {
        count(output, writer.write(output, position.next(), null, () -> origin));
    }

    void refuse(Refusal refusal, Origin origin) {
        writer.refuse(refusal, origin);
        counts = counts.andRefused();
        touched();
    }

    /** A row was read, whatever becomes of it. */
    void read() {
        counts = counts.andRead();
        touched();
    }

    private void count(Output output, boolean isWritten) {
        counts = counts.and(output, isWritten);
        touched();
    }

    void keep(String topic, byte[] key, byte @Nullable [] value) {
        writer.keep(topic, key, value);
        touched();
    }

    /** Everything before now is written: says so to those who wait for it. */
    void mark(Instant at) {
        writer.mark(new Mark(state.phase(), at, position.last()));
        update(state.phase(), state.snapshot(), state.needsNewEpoch(), at.toEpochMilli());
    }

    /** What was read up to here need not be read again. */
    void reached(Map<String, Long> offsets) {
        if (!offsets.equals(state.offsets())) {
            state = new TopicsState(
                    state.fingerprint(),
                    state.phase(),
                    state.position(),
                    state.older(),
                    state.snapshot(),
                    state.needsNewEpoch(),
                    state.markedAt(),
                    counts,
                    new TreeMap<>(offsets));
            touched();
        }
    }

    /** Commits where the transaction has lasted long: what is not reached yet is then read again after a crash. */
    void commitIfLong() {
        if (open && System.nanoTime() - openSince > LONGEST_TRANSACTION) {
            commit();
        }
    }

    /** Makes everything written so far visible, and with it how far that is. */
    void commit() {
        if (!open) {
            return;
        }
        update(state.phase(), state.snapshot(), state.needsNewEpoch(), state.markedAt());
        reportIfDue();
        writer.keep(config.stateTopic(), config.source().getBytes(StandardCharsets.UTF_8), state.json());
        writer.commit();
        open = false;
    }

    private void reportIfDue() {
        if (System.nanoTime() - reportDue >= 0) {
            reportDue = System.nanoTime() + REPORTED_EVERY;
            writer.progress(state.progress(config));
        }
    }

    private void update(Phase phase, Snapshot snapshot, @Nullable String needsNewEpoch, @Nullable Long markedAt) {
        state = new TopicsState(
                state.fingerprint(),
                phase,
                position.last().toString(),
                older.last().toString(),
                snapshot,
                needsNewEpoch,
                markedAt,
                counts,
                state.offsets());
        touched();
    }

    private void touched() {
        if (!open) {
            open = true;
            openSince = System.nanoTime();
        }
    }
}
