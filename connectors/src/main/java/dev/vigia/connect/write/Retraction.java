package dev.vigia.connect.write;

import dev.vigia.schema.Deleted;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.RecordKind;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.registry.ValueSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a source wrote in older epochs and not in its present one: rows that are gone. It reads what is committed,
 * partition by partition; of a partition with many records the keys are looked at in several passes, a share of them in
 * each, so that memory is bounded. One thread.
 */
public final class Retraction {

    /** Records of a partition that are looked at in one pass. */
    private static final long RECORDS = 200_000;

    private static final int LONGEST_WAIT_MILLIS = 20;
    private static final Duration POLL = Duration.ofMillis(200);

    private final WriterConfig config;
    private final long recordsInPass;

    public Retraction(WriterConfig config) {
        this(config, RECORDS);
    }

    /** @param recordsInPass records of a partition whose keys may be in memory together */
    public Retraction(WriterConfig config, long recordsInPass) {
        this.config = config;
        this.recordsInPass = recordsInPass;
    }

    /** Tells of each key of the source whose newest record is older than the epoch and no delete, with its type. */
    public void find(Topic topic, long epoch, BiConsumer<String, Class<? extends SpecificRecord>> found) {
        var bytes = new ByteArrayDeserializer();
        try (var values = ValueSerdes.<SpecificRecord>from(config.values());
                var consumer = new KafkaConsumer<>(config.kafkaWith(settings()), bytes, bytes)) {
            var name = config.name(topic);
            for (var info : consumer.partitionsFor(name)) {
                var partition = new Partition(consumer, new TopicPartition(name, info.partition()));
                new Search(partition, values.deserializer(), epoch).find(found);
            }
        }
    }

    private static Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, // At the end of a partition nothing more is waited for.
                LONGEST_WAIT_MILLIS);
    }

    /** One partition, from its beginning to its present end, as often as is wanted. */
    private record Partition(KafkaConsumer<byte[], byte[]> consumer, TopicPartition id) {

        long records() {
            return end()
                    - Objects.requireNonNull(
                            consumer.beginningOffsets(List.of(id)).get(id));
        }

        void read(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
            consumer.assign(List.of(id));
            consumer.seekToBeginning(List.of(id));
            long end = end();
            while (consumer.position(id) < end) {
                consumer.poll(POLL).forEach(reader);
            }
        }

        private long end() {
            return Objects.requireNonNull(consumer.endOffsets(List.of(id)).get(id));
        }
    }

    /** What of a partition is older than an epoch. */
    private final class Search {

        private final Partition partition;
        private final Deserializer<SpecificRecord> values;
        private final long epoch;

        Search(Partition partition, Deserializer<SpecificRecord> values, long epoch) {
            this.partition = partition;
            this.values = values;
            this.epoch = epoch;
        }

        void find(BiConsumer<String, Class<? extends SpecificRecord>> found) {
            int passes = (int) (partition.records() / recordsInPass) + 1;
            for (int pass = 0; pass < passes; pass++) {
                int share = pass;
                var old = new HashMap<String, Class<? extends SpecificRecord>>();
                partition.read(record -> look(record, old, key -> Math.floorMod(key.hashCode(), passes) == share));
                old.forEach(found);
            }
        }

        private void look(
                ConsumerRecord<byte[], byte[]> record,
                Map<String, Class<? extends SpecificRecord>> old,
                Predicate<String> isInShare) {
            var key = new String(record.key(), StandardCharsets.UTF_8);
            if (!isInShare.test(key)) {
                return;
            }
            var type = isDeleteOrMarker(record) ? null : typeIfOlder(record);
            if (type == null) {
                old.remove(key);
            } else {
                old.put(key, type);
            }
        }

        private boolean isDeleteOrMarker(ConsumerRecord<byte[], byte[]> record) {
            return record.value() == null || record.headers().lastHeader(RecordKind.HEADER) != null;
        }

        private @Nullable Class<? extends SpecificRecord> typeIfOlder(ConsumerRecord<byte[], byte[]> record) {
            var position = Position.of(record.headers());
            if (position == null || position.epoch() >= epoch) {
                return null;
            }
            var value = values.deserialize(record.topic(), record.headers(), record.value());
            return value instanceof Deleted || !isOurs(value) ? null : value.getClass();
        }

        private boolean isOurs(SpecificRecord value) {
            var source = value.getSchema().getField("source");
            return source != null && config.source().equals(String.valueOf(value.get(source.pos())));
        }
    }
}
