package dev.vigia.connect.write;

import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.record.Output;
import dev.vigia.schema.CaptureProgress;
import dev.vigia.schema.Deleted;
import dev.vigia.schema.ProgressMarker;
import dev.vigia.schema.QualityIssue;
import dev.vigia.schemas.Keys;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Writes what comes from one source, in transactions: records, deletes, dead letters, markers, and the source's own
 * state with them. What is written is seen after {@link #commit()}, all of it or nothing. Only the newest writer of a
 * source can write. One thread at a time.
 */
public final class CanonicalWriter implements AutoCloseable {

    /** Topics whose partitions hold markers. */
    public static final List<Topic> SALES = List.of(Topics.SALES_ORDERS, Topics.SALES_LINES);

    /** Brokers take records up to 1 MiB, unless told otherwise; this leaves room for key and headers. */
    private static final int LARGEST_RECORD = 1_000_000;

    private final WriterConfig config;
    private final CanonicalRecords records;
    private final Transactions transactions;
    private final WriterMetrics metrics;

    private CanonicalWriter(
            WriterConfig config, PartitionCounts partitions, Transactions transactions, WriterMetrics metrics) {
        this.config = config;
        this.records = new CanonicalRecords(config, partitions);
        this.transactions = transactions;
        this.metrics = metrics;
    }

    /** Opens the writer of a source, and fences an older one. Refuses topics that were expanded since they were first written. */
    public static CanonicalWriter open(WriterConfig config, WriterMetrics metrics) throws InterruptedException {
        StateTopic.ensure(config, config.stateTopic());
        var transactions = Transactions.open(config);
        try (var admin = Admin.create(config.kafkaWith(Map.of()))) {
            var now = PartitionCounts.ask(admin, config);
            var kept = StateTopic.newest(config, config.stateTopic()).get(PartitionCounts.KEY);
            var writer = new CanonicalWriter(
                    config, kept == null ? now : PartitionCounts.parse(kept).checked(now), transactions, metrics);
            if (kept == null) {
                writer.keep(config.stateTopic(), utf8(PartitionCounts.KEY), now.json());
                writer.commit();
            }
            return writer;
        } catch (RuntimeException | InterruptedException e) {
            transactions.close();
            throw e;
        }
    }

    /** Writes what a change came to; a record too large for Kafka becomes a dead letter. */
    public void write(Output output, Position position, @Nullable Instant at, Origin origin) {
        var unused = write(output, position, at, () -> origin);
    }

    /**
     * The same, for origins that are not worth telling unless a dead letter asks for them.
     *
     * @return false where it became a dead letter
     */
    public boolean write(Output output, Position position, @Nullable Instant at, Supplier<Origin> origin) {
        if (output instanceof Output.Upsert upsert) {
            return upsert(upsert, records.of(upsert, position), origin);
        }
        if (output instanceof Output.Refused refused) {
            refuse(refused.refusal(), origin.get());
            return false;
        }
        delete((Output.Delete) output, position, at);
        return true;
    }

    /**
     * Makes an output ready to be written: key and value become bytes in the thread that made them, where they are still
     * at hand, and not in the one that writes. Any thread; the only method of which that is true.
     */
    public Ready ready(Output output, Position position) {
        if (output instanceof Output.Upsert upsert) {
            var record = records.of(upsert, position);
            return new Ready(output, position, record, Arrays.hashCode(record.value()));
        }
        return Ready.of(output, position);
    }

    /** Writes what was made ready, as {@link #write(Output, Position, Instant, Supplier)} does. */
    public boolean write(Ready ready, @Nullable Instant at, Supplier<Origin> origin) {
        if (ready.record() != null && ready.output() instanceof Output.Upsert upsert) {
            return upsert(upsert, ready.record(), origin);
        }
        return write(ready.output(), ready.position(), at, origin);
    }

    /** Writes a dead letter. */
    public void refuse(Refusal refusal, Origin origin) {
        var letter = DeadLetters.of(refusal, origin, config.clock().instant());
        send(Topics.DEAD_LETTERS, Keys.of(config.source(), origin.words()), letter, null);
        metrics.refused(refusal.reason());
    }

    /** Writes that something is doubtful. */
    public void report(QualityIssue issue) {
        send(Topics.QUALITY_ISSUES, issue.getSubject(), issue, null);
        metrics.doubtful(issue.getRule());
    }

    /** Tells every partition of every sales topic how far the source is. */
    public void mark(Mark mark) {
        for (var topic : SALES) {
            int of = records.partitions(topic);
            for (int partition = 0; partition < of; partition++) {
                var marker = marker(mark, topic, partition, of);
                var key = Keys.progress(config.source(), topic.name(), partition);
                transactions.send(records.of(topic, partition, key, marker, mark.position()));
            }
        }
        metrics.marked(mark.at());
    }

    /** Tells people and monitors how far the source is. */
    public void progress(CaptureProgress progress) {
        send(Topics.CAPTURE_PROGRESS, Keys.of(config.source()), progress, null);
    }

    /** Keeps something in an internal topic, or forgets it where the value is null. */
    public void keep(String topic, byte[] key, byte @Nullable [] value) {
        transactions.send(new ProducerRecord<>(topic, 0, key, value));
    }

    /** How far a consumer has read becomes part of the present transaction. */
    public void read(Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        transactions.sendOffsets(offsets, group);
    }

    /** Makes everything since the last commit visible. */
    public void commit() {
        transactions.commit();
    }

    @Override
    public void close() {
        transactions.close();
        records.close();
    }

    private boolean upsert(Output.Upsert upsert, ProducerRecord<byte[], byte[]> record, Supplier<Origin> origin) {
        if (CanonicalRecords.size(record) > LARGEST_RECORD) {
            refuse(tooLarge(upsert, CanonicalRecords.size(record)), origin.get());
            return false;
        }
        transactions.send(record);
        metrics.written(upsert.topic());
        return true;
    }

    /** The record that says so, and the null that lets compaction forget it. */
    private void delete(Output.Delete delete, Position position, @Nullable Instant at) {
        var deleted = Deleted.newBuilder()
                .setRecordType(delete.type().getName())
                .setReason(delete.reason())
                .setDeletedAt(at)
                .setSource(config.source())
                .build();
        send(delete.topic(), delete.key(), deleted, position);
        send(delete.topic(), delete.key(), null, position);
        metrics.written(delete.topic());
    }

    private ProgressMarker marker(Mark mark, Topic topic, int partition, int of) {
        return ProgressMarker.newBuilder()
                .setSource(config.source())
                .setTopic(topic.name())
                .setPartition(partition)
                .setOf(of)
                .setEpoch(mark.position().epoch())
                .setPhase(mark.phase())
                .setAt(mark.at())
                .setPosition(mark.position().toString())
                .build();
    }

    private void send(Topic topic, String key, @Nullable SpecificRecord value, @Nullable Position position) {
        transactions.send(records.of(topic, key, value, position));
    }

    private static Refusal tooLarge(Output.Upsert upsert, int size) {
        return new Refusal(
                "too-large",
                "the record would have " + size + " bytes, and Kafka takes " + LARGEST_RECORD,
                upsert.topic().name());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
