package dev.vigia.connect.topics;

import dev.vigia.connect.envelope.Event;
import dev.vigia.connect.envelope.EventSource;
import dev.vigia.connect.envelope.TopicEvents;
import dev.vigia.connect.envelope.TopicOrigin;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.topics.Snapshot.Relation;
import dev.vigia.connect.write.Origin;
import dev.vigia.connect.write.RefusedRow;
import dev.vigia.connect.write.Retraction;
import dev.vigia.schema.Phase;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads change topics that already exist and writes canonical records, exactly once.
 *
 * <pre>
 *   SNAPSHOT ── its last row, or a change after it, was read, and all that was sent before ──► LIVE
 *       ▲                                                                                       │
 *       └───────────────── a row of a newer snapshot: the next epoch ◄──────────────────────────┘
 * </pre>
 *
 * Records and deletes, dead letters, markers, rows to be looked up, and how far each partition is read are one transaction
 * of Kafka. One thread.
 */
public final class TopicsCapture implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicsCapture.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final TopicsConfig config;
    private final ChangeTopics topics;
    private final TopicEvents events;
    private final Intake intake;
    private final Ledger ledger;
    private final Barrier barrier = new Barrier();
    private final SourceTime time;
    private final AutoCloseable resources;

    TopicsCapture(TopicsConfig config, Opened opened) {
        this.config = config;
        this.topics = opened.topics();
        this.events = opened.events();
        this.intake = opened.intake();
        this.ledger = opened.ledger();
        this.time = new SourceTime(config.writer().clock(), config.settling());
        this.resources = opened.resources();
    }

    /** What it works with. */
    record Opened(ChangeTopics topics, TopicEvents events, Intake intake, Ledger ledger, AutoCloseable resources) {}

    /** Reads until it is told to stop. */
    public void run(BooleanSupplier stopped) {
        while (!stopped.getAsBoolean()) {
            step();
        }
    }

    /** Takes what has come since the last time, and waits a moment where nothing has. */
    void step() {
        for (var record : topics.poll(POLL)) {
            take(record);
        }
        assembleTouched();
        ledger.reached(topics.positions());
        tellTime();
        ledger.commit();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        var table = Objects.requireNonNull(config.topics().get(record.topic()));
        var origin = new TopicOrigin(record.topic(), table, Instant.ofEpochMilli(record.timestamp()));
        var event = events.read(origin, record.key(), record.value());
        if (event instanceof Event.Changed changed) {
            changed(changed, record);
        } else if (event instanceof Event.Truncated truncated) {
            truncated(truncated.source());
        } else if (event instanceof Event.Heartbeat heartbeat) {
            heartbeat(heartbeat);
        } else if (event instanceof Event.Unreadable unreadable) {
            ledger.refuse(unreadable.refusal(), origin(record, null));
        }
        ledger.commitIfLong();
    }

    private void changed(Event.Changed changed, ConsumerRecord<byte[], byte[]> record) {
        var source = changed.source();
        var relation = ledger.state().snapshot().relation(source, ledger.state().phase());
        if (relation == Relation.NEWER) {
            beginEpoch(source);
        }
        ledger.read();
        if (relation != Relation.OLDER) {
            ledger.snapshot(ledger.state().snapshot().and(source, changed.last()));
        }
        time.committed(source.committedAt());
        boolean older = relation == Relation.OLDER;
        intake.accept(
                changed.change(),
                changed.shape(),
                output -> ledger.write(output, source, older, origin(record, output)));
    }

    private void heartbeat(Event.Heartbeat heartbeat) {
        var snapshot = ledger.state().snapshot();
        if (snapshot.relation(heartbeat.source(), ledger.state().phase()) == Relation.CURRENT) {
            ledger.snapshot(snapshot.and(heartbeat.source(), false));
            time.heartbeat(heartbeat.at());
        }
    }

    private void beginEpoch(EventSource source) {
        LOG.info("A new snapshot of {} was taken at {}: a new epoch begins", source.table(), source.committedAt());
        assembleTouched();
        ledger.beginEpoch();
        barrier.clear();
        var assembler = intake.assembler();
        if (assembler != null) {
            assembler.begin(ledger.epoch());
        }
    }

    /** Nothing of what was read may wait any longer when how far it was read is kept. */
    private void assembleTouched() {
        var assembler = intake.assembler();
        if (assembler != null) {
            assembler.endOfTransaction(this::write);
        }
    }

    private void truncated(EventSource source) {
        if (config.plan().wanted().columns().containsKey(source.table())) {
            var place = Objects.requireNonNullElse(source.lsn(), Long.MAX_VALUE);
            ledger.snapshot(ledger.state().snapshot().truncatedAt(place));
            if (ledger.state().phase() == Phase.LIVE) {
                stopFor(source.table() + " was truncated: every row went, without a word about any of them");
            }
        }
    }

    /** Does not keep how far it was read: whoever goes on meets the same event again. */
    private void stopFor(String why) {
        var all = why + ". Let the connector take a new snapshot of all its tables, and start with --new-epoch.";
        ledger.needNewEpoch(all);
        ledger.commit();
        throw new TopicsRefusedException(all);
    }

    private void tellTime() {
        if (time.isTold()) {
            topics.seeNewPartitions();
            barrier.tell(new Barrier.Told(time.take(), ledger.state().snapshot().over()), topics::ends);
        }
        var reached = barrier.reached(topics::position);
        if (reached != null) {
            settled(reached);
        }
    }

    /** Everything that the source sent before it told this has been read. */
    private void settled(Barrier.Told told) {
        boolean ends = told.snapshotOver() && ledger.state().phase() == Phase.SNAPSHOT;
        if (ends) {
            endSnapshot();
        }
        var at = told.at();
        if (at != null
                && (ends || !Objects.equals(at.toEpochMilli(), ledger.state().markedAt()))) {
            ledger.mark(at);
        }
    }

    private void endSnapshot() {
        if (ledger.state().snapshot().isSpoilt()) {
            stopFor("A table was truncated, and the topics hold no snapshot that was taken after that");
        }
        ledger.commit();
        var assembler = intake.assembler();
        if (assembler != null) {
            assembler.snapshotDone(this::write);
        }
        if (ledger.epoch() > 1) {
            retract();
        }
        ledger.live();
        LOG.info("The snapshot of epoch {} is done", ledger.epoch());
    }

    /** What was written in older epochs, and not in this one: also what rows say of it that can no longer be opened. */
    private void retract() {
        ledger.commit();
        var topics = intake.rules().stream().map(Rule::topic).distinct().toList();
        new Retraction(config.writer()).retract(topics, ledger.epoch(), this::retract, ledger::commit);
    }

    private void retract(Output gone) {
        write(gone);
        ledger.commitIfLong();
    }

    private void write(Output output) {
        ledger.write(output, Origin.of(config.writer().source(), null, value(output)));
    }

    /** Where a record came from; never its value in clear, which may hold what must not be shown. */
    private Origin origin(ConsumerRecord<byte[], byte[]> record, @Nullable Output output) {
        var place = record.topic() + "/" + record.partition() + "/" + record.offset();
        var value = output == null ? "" : value(output);
        return new Origin(
                place,
                record.topic(),
                record.partition(),
                record.offset(),
                null,
                value.isEmpty() ? null : ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)),
                Map.of());
    }

    private String value(Output output) {
        return output instanceof Output.Refused refused
                ? RefusedRow.json(
                        refused.row(),
                        config.plan().hidden(refused.row().shape().table()))
                : "";
    }

    /** What is not committed never was. */
    @Override
    public void close() {
        try {
            resources.close();
        } catch (Exception e) {
            throw new IllegalStateException("the reading of change topics did not end well", e);
        }
    }
}
