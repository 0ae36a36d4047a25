package dev.vigia.connect.capture;

import dev.vigia.connect.envelope.EventSource;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.TableId;
import dev.vigia.schema.Phase;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes the engine's events, batch by batch, and has them written.
 *
 * <pre>
 *   SNAPSHOT ── first event after the snapshot ──► LIVE
 *   rows only                                      BEGIN, rows, END: only END moves the offset
 * </pre>
 *
 * The engine hears that an event is processed only when it is committed in Kafka, so that the slot never passes what is
 * not there. One thread at a time.
 */
final class EventIntake implements DebeziumEngine.ChangeConsumer<ChangeEvent<SourceRecord, SourceRecord>> {

    private final Ledger ledger;
    private final Map<TableId, TableIntake> tables = new HashMap<>();
    private final HeartbeatRow heartbeat;
    private final Reports reports;
    private final Rows rows;
    private final OffsetRule offsets;
    private boolean inTransaction;
    private @Nullable SourceRecord lastOfSnapshot;
    private @Nullable ChangeEvent<SourceRecord, SourceRecord> processed;

    /** What is made of changes of rows. */
    interface Rows {

        void changed(TableIntake table, RowChange change, @Nullable Instant at);

        void endOfTransaction(@Nullable Instant at);

        void snapshotDone() throws InterruptedException;
    }

    /** What is to be done when all rows of a snapshot have been taken. */
    interface SnapshotEnd {

        void reached() throws InterruptedException;
    }

    EventIntake(
            Ledger ledger,
            List<TableIntake> tables,
            HeartbeatRow heartbeat,
            Reports reports,
            Rows rows,
            OffsetRule offsets) {
        this.ledger = ledger;
        tables.forEach(table -> this.tables.put(table.table(), table));
        this.heartbeat = heartbeat;
        this.reports = reports;
        this.rows = rows;
        this.offsets = offsets;
    }

    @Override
    public void handleBatch(
            List<ChangeEvent<SourceRecord, SourceRecord>> batch,
            DebeziumEngine.RecordCommitter<ChangeEvent<SourceRecord, SourceRecord>> committer)
            throws InterruptedException {
        for (var event : batch) {
            take(event);
            ledger.commitIfDue();
        }
        reports.writeIfDue();
        ledger.commit();
        if (processed != null) {
            committer.markProcessed(processed);
            processed = null;
        }
        committer.markBatchFinished();
    }

    private void take(ChangeEvent<SourceRecord, SourceRecord> event) throws InterruptedException {
        var record = event.value();
        if (Events.isOfSnapshot(record)) {
            lastOfSnapshot = record;
        } else if (ledger.phase() == Phase.SNAPSHOT) {
            endSnapshot(event);
        }
        ledger.moveTo(Events.lsn(record));
        switch (Events.kind(record)) {
            case ROW -> row((Struct) record.value());
            case TRUNCATE -> truncated((Struct) record.value());
            case BEGIN -> inTransaction = true;
            case END -> end(event);
            case TICK -> tick(event);
            case OTHER -> {}
        }
        if (offsets == OffsetRule.EACH_ROW && ledger.phase() == Phase.LIVE) {
            ledger.reached(Events.offset(record));
            processed = event;
        }
    }

    private void row(Struct envelope) {
        var source = EventSource.of(envelope);
        if (heartbeat.isOf(source.table())) {
            heartbeat.seen(envelope);
            return;
        }
        var table = tables.get(source.table());
        if (table == null) {
            return;
        }
        ledger.rowRead();
        if (reports.isPaused(table, envelope)) {
            ledger.rowLeftAside();
            return;
        }
        rows.changed(table, table.rows().change(envelope), source.snapshot() ? null : source.committedAt());
    }

    private void truncated(Struct envelope) {
        var table = EventSource.of(envelope).table();
        if (tables.containsKey(table)) {
            var why = table + " was truncated: every row went, without a word about any of them";
            ledger.needNewEpoch(why);
            ledger.commit();
            throw new CaptureRefusedException(
                    why
                            + ". Capture has stopped and keeps that. Start it with --new-epoch: what is gone is then retracted.");
        }
    }

    private void end(ChangeEvent<SourceRecord, SourceRecord> event) {
        var record = event.value();
        rows.endOfTransaction(Instant.ofEpochMilli(Events.committedAt(record)));
        inTransaction = false;
        ledger.reached(Events.offset(record));
        processed = event;
    }

    private void tick(ChangeEvent<SourceRecord, SourceRecord> event) {
        if (!inTransaction && ledger.phase() == Phase.LIVE) {
            heartbeat.tick(Events.committedAt(event.value()));
            ledger.reached(Events.offset(event.value()));
            processed = event;
        }
    }

    private void endSnapshot(ChangeEvent<SourceRecord, SourceRecord> next) throws InterruptedException {
        ledger.commit();
        rows.snapshotDone();
        var last = lastOfSnapshot == null ? next.value() : lastOfSnapshot;
        ledger.live(Events.afterSnapshot(last));
        heartbeat.snapshotDone(Events.committedAt(last));
        ledger.commit();
        reports.phaseChanged();
    }
}
