package dev.vigia.connect.capture;

import dev.vigia.connect.envelope.EnvelopeRows;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import dev.vigia.schema.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Meets the heartbeat's row in the log, among the commits, and makes markers of it; without such a table, makes them of
 * the commit time of what was read. Says nothing while a sales topic lacks the rows of a paused table.
 */
final class HeartbeatRow {

    private final @Nullable TableId table;
    private final @Nullable EnvelopeRows rows;
    private final Ledger ledger;
    private final BooleanSupplier salesPaused;
    private @Nullable Instant inSnapshot;

    HeartbeatRow(@Nullable TableId table, Ledger ledger, BooleanSupplier salesPaused) {
        this.table = table;
        this.rows = table == null ? null : new EnvelopeRows(shape(table), Set.of());
        this.ledger = ledger;
        this.salesPaused = salesPaused;
    }

    static TableShape shape(TableId table) {
        var at = new Column(HeartbeatSettings.COLUMN, ColumnType.INSTANT, "timestamptz");
        return new TableShape(table, List.of(at), List.of());
    }

    boolean isOf(TableId other) {
        return other.equals(table);
    }

    /** The row as a change left it. */
    void seen(Struct envelope) {
        if (rows == null
                || envelope.getStruct("after") == null
                || !rows.problems(envelope).isEmpty()) {
            return;
        }
        var after = rows.change(envelope).after();
        if (after != null && after.get(0) instanceof Instant at) {
            if (ledger.phase() == Phase.LIVE) {
                mark(at);
            } else {
                inSnapshot = at;
            }
        }
    }

    /** All that the snapshot's row of the heartbeat vouches for has been written. */
    void snapshotDone(long committedAt) {
        var at = table == null ? Instant.ofEpochMilli(committedAt) : inSnapshot;
        if (at != null) {
            mark(at);
        }
    }

    /** Debezium's own heartbeat: so far the log was read. */
    void tick(long committedAt) {
        if (table == null && committedAt > 0) {
            mark(Instant.ofEpochMilli(committedAt));
        }
    }

    private void mark(Instant at) {
        if (!salesPaused.getAsBoolean()) {
            ledger.mark(at);
        }
    }
}
