package dev.vigia.connect.capture;

import dev.vigia.connect.record.Output;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.connect.write.Mark;
import dev.vigia.connect.write.Origin;
import dev.vigia.schema.Phase;
import dev.vigia.schemas.Position;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes what comes and keeps how far that is, in the same transactions of Kafka, each of a second at most. Positions
 * only grow. One thread.
 */
final class Ledger {

    private static final long LONGEST_TRANSACTION = Duration.ofSeconds(1).toNanos();

    private final CanonicalWriter writer;
    private final String stateTopic;
    private final byte[] source;

    private volatile CaptureState state;
    private Position last;
    private Phase phase;
    private @Nullable Map<String, Object> offset;
    private @Nullable Instant markedAt;
    private @Nullable String needsNewEpoch;
    private final Map<String, PausedTable> paused;
    private long read;
    private long written;
    private long refused;
    private long leftAside;
    private long openSince;
    private boolean open;

    Ledger(CanonicalWriter writer, CaptureConfig config, CaptureState from) {
        this.writer = writer;
        this.stateTopic = config.writer().stateTopic();
        this.source = config.writer().source().getBytes(StandardCharsets.UTF_8);
        this.state = from;
        this.last = Position.parse(from.position());
        this.phase = from.phase();
        this.offset = from.offset();
        this.markedAt = from.markedAt() == null ? null : Instant.ofEpochMilli(from.markedAt());
        this.needsNewEpoch = from.needsNewEpoch();
        this.paused = new TreeMap<>(from.paused());
        this.read = from.counts().read();
        this.written = from.counts().written();
        this.refused = from.counts().refused();
        this.leftAside = from.counts().paused();
    }

    Phase phase() {
        return phase;
    }

    long epoch() {
        return last.epoch();
    }

    /** Moves on to an event of the log: the position never goes back, even when transactions come again. */
    void moveTo(long lsn) {
        if (lsn > last.offset()) {
            last = new Position(last.epoch(), lsn, 0);
        }
    }

    void write(Output output, @Nullable Instant at, Supplier<Origin> origin) {
        last = new Position(last.epoch(), last.offset(), last.ordinal() + 1);
        if (writer.write(output, last, at, origin)) {
            written++;
        } else {
            refused++;
        }
        touched();
    }

    /** Writes the delete of a record that the snapshot did not show. */
    void retract(Output output) {
        write(output, null, () -> Origin.of("retraction", null, ""));
        commitIfDue();
    }

    void rowRead() {
        read++;
    }

    void rowLeftAside() {
        leftAside++;
    }

    /** Everything before now is written: says so to those who wait for it. */
    void mark(Instant at) {
        markedAt = at;
        writer.mark(new Mark(phase, at, last));
        touched();
    }

    /** A whole transaction has been read: from here the log is read again after a stop. */
    void reached(Map<String, Object> end) {
        offset = end;
        touched();
    }

    void live(Map<String, Object> end) {
        phase = Phase.LIVE;
        reached(end);
    }

    void pause(TableId table, PausedTable how) {
        paused.put(table.toString(), how);
        touched();
    }

    Map<String, PausedTable> paused() {
        return paused;
    }

    void needNewEpoch(String why) {
        needsNewEpoch = why;
        touched();
    }

    @Nullable
    Instant markedAt() {
        return markedAt;
    }

    Position position() {
        return last;
    }

    Counts counts() {
        return new Counts(read, written, refused, leftAside);
    }

    /** The newest state that is committed. */
    CaptureState state() {
        return state;
    }

    /** Ends a transaction of Kafka that has lasted long enough; transactions of the source may be longer. */
    void commitIfDue() {
        if (open && System.nanoTime() - openSince > LONGEST_TRANSACTION) {
            commit();
        }
    }

    /** Makes everything written so far visible, and with it how far that is. */
    void commit() {
        if (!open) {
            return;
        }
        var next = present();
        writer.keep(stateTopic, source, next.json());
        writer.commit();
        state = next;
        open = false;
    }

    /** How far it is now, committed or not yet. */
    CaptureState present() {
        return new CaptureState(
                last.epoch(),
                phase,
                state.system(),
                state.timeline(),
                state.fingerprint(),
                last.toString(),
                state.tables(),
                Map.copyOf(paused),
                needsNewEpoch,
                counts(),
                markedAt == null ? null : markedAt.toEpochMilli(),
                offset);
    }

    void touched() {
        if (!open) {
            open = true;
            openSince = System.nanoTime();
        }
    }
}
