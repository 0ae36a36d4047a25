package dev.vigia.connect.topics;

import dev.vigia.connect.envelope.TopicEvents;
import dev.vigia.connect.join.Assembler;
import dev.vigia.connect.join.Changelog;
import dev.vigia.connect.join.RocksStore;
import dev.vigia.connect.join.RowsLog;
import dev.vigia.connect.join.Seal;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.connect.write.StateTopic;
import dev.vigia.connect.write.WriterMetrics;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.registry.ForeignRecords;
import dev.vigia.schemas.registry.RegistryConfig;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Opens the reading of change topics: where it was left, and with all that a restart must find again. */
public final class TopicsOpening {

    private final TopicsConfig config;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable RowsLog rows;

    private TopicsOpening(TopicsConfig config) {
        this.config = config;
    }

    /** Opens it, and fences whoever read for this source before. Refuses what cannot go on without a person. */
    public static TopicsCapture open(TopicsConfig config, WriterMetrics metrics) throws InterruptedException {
        var opening = new TopicsOpening(config);
        try {
            return opening.open(metrics);
        } catch (RuntimeException | InterruptedException e) {
            opening.close();
            throw e;
        }
    }

    private TopicsCapture open(WriterMetrics metrics) throws InterruptedException {
        var writer = CanonicalWriter.open(config.writer(), metrics);
        opened.push(writer);
        var kept = TopicsState.read(config.writer()).orElse(null);
        boolean anew = kept == null || config.newEpoch();
        var state = kept == null || anew ? anew(kept) : goingOn(kept);
        var ledger = new Ledger(writer, config.writer(), state);
        var consumer = consumer();
        opened.push(consumer);
        var topics = new ChangeTopics(consumer, config.topics().keySet());
        var shapes = new Shapes(consumer, events(), config.topics()).look(topics.partitions());
        var intake = new Intake(config.plan(), shapes, (rules, bound) -> assembler(rules, bound, ledger));
        restore(intake.assembler(), state, anew);
        topics.goOn(state.offsets());
        if (anew) {
            ledger.begin();
        }
        return new TopicsCapture(config, new TopicsCapture.Opened(topics, events(), intake, ledger, this::close));
    }

    private TopicsState anew(@Nullable TopicsState kept) {
        var last = kept == null ? new Position(0, 0, 0) : Position.parse(kept.position());
        return TopicsState.after(last, config.plan().fingerprint());
    }

    private TopicsState goingOn(TopicsState kept) {
        if (kept.needsNewEpoch() != null) {
            throw new TopicsRefusedException(kept.needsNewEpoch());
        }
        if (!kept.fingerprint().equals(config.plan().fingerprint())) {
            throw new TopicsRefusedException(
                    "The mapping or its salt was changed since the topics were last read, and what was"
                            + " written stays as it was mapped then. Nothing was written. Start with --new-epoch to read the"
                            + " topics again from their beginning, or give back what was used.");
        }
        return kept;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        var more = new HashMap<String, Object>();
        more.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        more.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        more.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        more.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        more.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        var all = new HashMap<>(config.writer().kafka());
        all.putAll(more);
        var bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(all, bytes, bytes);
    }

    private TopicEvents events() {
        var values = config.writer().values();
        var foreign = values.containsKey(RegistryConfig.URL) ? new ForeignRecords(new RegistryConfig(values)) : null;
        return new TopicEvents(config.format(), config.plan().wanted(), foreign);
    }

    private Assembler assembler(List<Rule> rules, Map<TableId, TableShape> shapes, Ledger ledger) {
        var store = RocksStore.open(config.folder(), RocksStore.MEGABYTES);
        opened.push(store);
        var seal = Seal.needed(rules, config.plan()::hidden, config.plan().salt());
        rows = new RowsLog(changelog(config.rowsTopic(), ledger), store, seal);
        return new Assembler(rules, shapes, store, rows);
    }

    private static Changelog changelog(String topic, Ledger ledger) {
        return new Changelog() {

            @Override
            public void keep(byte[] key, byte @Nullable [] value) {
                ledger.keep(topic, key, value);
            }

            @Override
            public void mayCommit() {
                ledger.commitIfLong();
            }
        };
    }

    private void restore(@Nullable Assembler assembler, TopicsState state, boolean anew) throws InterruptedException {
        if (assembler == null || rows == null) {
            return;
        }
        StateTopic.ensure(config.writer(), config.rowsTopic());
        StateTopic.read(config.writer(), config.rowsTopic(), rows::read);
        if (anew) {
            rows.begin(assembler, state.epoch());
        } else {
            resume(rows, assembler, state);
        }
    }

    private static void resume(RowsLog rows, Assembler assembler, TopicsState state) {
        try {
            rows.resume(assembler, state.epoch(), state.phase());
        } catch (IllegalStateException e) {
            throw new TopicsRefusedException("The rows kept for lookups cannot be used: " + e.getMessage()
                    + ". Start with --new-epoch. Nothing was written.");
        }
    }

    private void close() {
        RuntimeException first = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                first = first == null ? new IllegalStateException("cannot close what reads topics", e) : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
