package dev.vigia.connect.capture;

import dev.vigia.connect.join.Assembler;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.connect.write.Mark;
import dev.vigia.connect.write.Retraction;
import dev.vigia.schema.Phase;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One run of capture, from looking at the source to the end of the engine: whatever goes wrong ends it, and the next one
 * goes on from what was committed.
 */
final class CaptureSession implements Session {

    private final CaptureConfig config;
    private final CanonicalWriter writer;
    private final Ledger ledger;
    private final LagWatch lag;
    private final Preflight.Fit fit;
    private final @Nullable Assembler assembler;
    private final List<TableIntake> tables;
    private final Reports reports;
    private final Engine engine;

    /** Opens it, and says that a snapshot begins. Where that fails nothing stays open but the writer. */
    CaptureSession(
            CaptureConfig config,
            CanonicalWriter writer,
            EpochDecision epoch,
            Preflight.Fit fit,
            LagWatch lag,
            Runnable phaseChanged)
            throws InterruptedException {
        this.config = config;
        this.writer = writer;
        this.fit = fit;
        this.lag = lag;
        this.ledger = new Ledger(writer, config, epoch.state());
        this.assembler = LookupRows.open(config, fit, epoch, writer, ledger);
        try {
            this.tables = tables();
            this.reports = new Reports(config, writer, ledger, lag, phaseChanged);
            reports.watch(tables);
            this.engine = new Engine(
                    new EngineSettings(config).of(captured(), epoch.state().offset()), intake());
            begin(epoch);
        } catch (RuntimeException | Error e) {
            closeRows();
            throw e;
        }
    }

    /** The marker that says so vouches for nothing. */
    private void begin(EpochDecision epoch) {
        if (epoch.isNew()) {
            writer.mark(new Mark(Phase.SNAPSHOT, Instant.EPOCH, ledger.position()));
            reports.mended(epoch.mended());
        }
        ledger.touched();
        ledger.commit();
    }

    @Override
    public void run() {
        var heartbeat = HeartbeatThread.start(config, lag, this::isWhole);
        Throwable error;
        try {
            error = engine.run();
        } finally {
            heartbeat.close();
        }
        if (error != null) {
            UnconvertedValue.find(error).ifPresent(this::leaveOut);
            // Never as it came: the engine calls it an interruption when it has waited too long.
            throw new IllegalStateException(error);
        }
    }

    /** The engine would end at this value again and again: its table is paused, and the next session reads its keys only. */
    private void leaveOut(UnconvertedValue value) {
        var table =
                tables.stream().filter(one -> one.table().equals(value.table())).findFirst();
        if (ledger.phase() == Phase.SNAPSHOT
                || table.isEmpty()
                || ledger.paused().containsKey(value.table().toString())) {
            throw value.refusal();
        }
        reports.pause(table.get(), value.words());
        ledger.commit();
    }

    @Override
    public void stop() {
        engine.stop();
    }

    @Override
    public Phase phase() {
        return ledger.state().phase();
    }

    @Override
    public long epoch() {
        return ledger.epoch();
    }

    @Override
    public Set<String> paused() {
        return ledger.state().paused().keySet();
    }

    @Override
    public long refused() {
        return ledger.state().counts().refused();
    }

    @Override
    public void close() {
        try {
            writer.close();
        } finally {
            closeRows();
        }
    }

    private void closeRows() {
        if (assembler != null) {
            assembler.close();
        }
    }

    /** Ends the session where the slot or a table is not as it was: what lies between was lost to us. */
    private boolean isWhole(@Nullable Slot slot, Map<String, String> logged) {
        var state = ledger.state();
        if (slot != null && state.phase() == Phase.LIVE && slot.confirmed() > state.safe()) {
            engine.fail("the replication slot was moved by somebody else");
            return false;
        }
        var changed = LoggedTables.changed(state.tables(), logged);
        changed.removeAll(state.paused().keySet()); // Those wait for a person as it is.
        if (!changed.isEmpty()) {
            engine.fail(EpochDecision.words(changed));
        }
        return changed.isEmpty();
    }

    private List<TableIntake> tables() {
        return fit.tables().values().stream()
                .map(table -> TableIntake.of(
                        table, columns().getOrDefault(table.table(), Set.of()), fit.rules(), fit.assembled()))
                .toList();
    }

    private EventIntake intake() {
        var heartbeat = new HeartbeatRow(config.heartbeat().table(), ledger, reports::isSalesPaused);
        return new EventIntake(
                ledger,
                tables,
                heartbeat,
                reports,
                new RowWriter(ledger, assembler, config.plan()::hidden, this::retract),
                config.offsets());
    }

    /** The columns that the engine is to read: of a paused table the key alone, to count its rows. */
    private Collection<String> read(TableIntake table) {
        return ledger.paused().containsKey(table.table().toString())
                ? table.rows().shape().primaryKey()
                : columns().getOrDefault(table.table(), Set.of());
    }

    private Map<TableId, Set<String>> columns() {
        return fit.columns();
    }

    private void retract() {
        if (ledger.epoch() > 1) {
            var topics = fit.rules().stream().map(Rule::topic).distinct().toList();
            new Retraction(config.writer()).retract(topics, ledger.epoch(), ledger::retract, ledger::commit);
        }
    }

    /** The tables and columns that the engine reads. */
    private Map<TableId, Collection<String>> captured() {
        var captured = new TreeMap<TableId, Collection<String>>();
        tables.forEach(table -> captured.put(table.table(), read(table)));
        captured.values().removeIf(Collection::isEmpty);
        var heartbeat = config.heartbeat().table();
        if (heartbeat != null) {
            captured.put(heartbeat, List.of(HeartbeatSettings.COLUMN));
        }
        return captured;
    }
}
