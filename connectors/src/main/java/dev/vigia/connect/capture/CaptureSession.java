package dev.vigia.connect.capture;

import dev.vigia.connect.join.Assembler;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.connect.write.Mark;
import dev.vigia.connect.write.Retraction;
import dev.vigia.schema.Phase;
import io.debezium.embedded.Connect;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.spi.OffsetCommitPolicy;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of capture, from looking at the source to the end of the engine: whatever goes wrong ends it, and the next one
 * goes on from what was committed.
 */
final class CaptureSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureSession.class);

    private final CaptureConfig config;
    private final CanonicalWriter writer;
    private final Ledger ledger;
    private final LagWatch lag;
    private final Preflight.Fit fit;
    private final @Nullable Assembler assembler;
    private final List<TableIntake> tables;
    private final Reports reports;
    private final DebeziumEngine<ChangeEvent<SourceRecord, SourceRecord>> engine;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

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
        this.tables = tables();
        this.reports = new Reports(config, writer, ledger, lag, phaseChanged);
        reports.watch(tables);
        this.engine = engine(intake(), epoch.state().offset());
    }

    /** Says that a snapshot begins, and vouches for nothing. */
    void begin(EpochDecision epoch) {
        if (epoch.isNew()) {
            writer.mark(new Mark(Phase.SNAPSHOT, Instant.EPOCH, ledger.position()));
        }
        ledger.touched();
        ledger.commit();
    }

    /** Captures until it is stopped or fails. */
    void run() throws Exception {
        var heartbeat = HeartbeatThread.start(config, lag, this::check);
        try {
            engine.run();
        } finally {
            heartbeat.close();
        }
        var error = failure.get();
        if (error != null) {
            UnconvertedValue.find(error).ifPresent(this::leaveOut);
        }
        if (error instanceof Exception exception) {
            throw exception;
        }
        if (error != null) {
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

    /** Makes {@link #run()} return. */
    void stop() {
        try {
            engine.close();
        } catch (IOException | IllegalStateException alreadyClosed) {
            LOG.debug("the engine was closed already", alreadyClosed);
        }
    }

    Phase phase() {
        return ledger.state().phase();
    }

    long epoch() {
        return ledger.epoch();
    }

    @Override
    public void close() {
        writer.close();
        if (assembler != null) {
            assembler.close();
        }
    }

    /** Someone else moved the slot: what lies between was lost to us. */
    private void check(@Nullable Slot slot) {
        var state = ledger.state();
        if (slot != null && state.phase() == Phase.LIVE && slot.confirmed() > state.safe()) {
            failure.compareAndSet(null, new IllegalStateException("the replication slot was moved by somebody else"));
            stop();
        }
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

    private DebeziumEngine<ChangeEvent<SourceRecord, SourceRecord>> engine(
            EventIntake intake, @Nullable Map<String, Object> offset) {
        var captured = new TreeMap<TableId, Collection<String>>();
        tables.forEach(table -> captured.put(table.table(), read(table)));
        captured.values().removeIf(Collection::isEmpty);
        var heartbeat = config.heartbeat().table();
        if (heartbeat != null) {
            captured.put(heartbeat, List.of(HeartbeatSettings.COLUMN));
        }
        return DebeziumEngine.create(Connect.class)
                .using(new EngineSettings(config).of(captured, offset))
                .using(OffsetCommitPolicy.always())
                .using((success, message, error) ->
                        Optional.ofNullable(error).ifPresent(e -> failure.compareAndSet(null, e)))
                .notifying(intake)
                .build();
    }
}
