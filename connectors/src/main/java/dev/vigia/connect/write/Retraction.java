package dev.vigia.connect.write;

import dev.vigia.schema.Deleted;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.registry.ValueSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a source wrote in older epochs and not in its present one: rows that are gone. It reads what is committed,
 * partition by partition, and keeps only the keys of a partition that may be gone.
 */
public final class Retraction implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final WriterConfig config;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<SpecificRecord> values;

    public Retraction(WriterConfig config) {
        var more = new HashMap<String, Object>();
        more.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        more.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        var bytes = new ByteArrayDeserializer();
        this.config = config;
        this.consumer = new KafkaConsumer<>(config.kafkaWith(more), bytes, bytes);
        this.values = ValueSerdes.<SpecificRecord>from(config.values()).deserializer();
    }

    /** Told of each key that an older epoch holds. */
    @FunctionalInterface
    public interface Gone {
        void key(String key, Class<? extends SpecificRecord> type);
    }

    /** Looks through a topic for keys of the source that are older than an epoch. */
    public void find(Topic topic, long epoch, Gone gone) {
        for (var info : consumer.partitionsFor(config.name(topic))) {
            find(new TopicPartition(info.topic(), info.partition()), epoch).forEach(gone::key);
        }
    }

    @Override
    public void close() {
        consumer.close();
        values.close();
    }

    private Map<String, Class<? extends SpecificRecord>> find(TopicPartition partition, long epoch) {
        var older = new LinkedHashMap<String, Class<? extends SpecificRecord>>();
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).values().iterator().next();
        while (consumer.position(partition) < end) {
            for (var record : consumer.poll(POLL)) {
                note(record, epoch, older);
            }
        }
        return older;
    }

    private void note(
            ConsumerRecord<byte[], byte[]> record, long epoch, Map<String, Class<? extends SpecificRecord>> older) {
        var key = new String(record.key(), StandardCharsets.UTF_8);
        if (isOlder(record.headers(), epoch)) {
            var value = values.deserialize(record.topic(), record.headers(), record.value());
            if (value != null && !(value instanceof Deleted) && isOurs(value)) {
                older.put(key, value.getClass());
                return;
            }
        }
        older.remove(key);
    }

    private static boolean isOlder(Headers headers, long epoch) {
        var position = Position.of(headers);
        return position != null && position.epoch() < epoch;
    }

    private boolean isOurs(SpecificRecord value) {
        var field = value.getSchema().getField("source");
        @Nullable Object source = field == null ? null : value.get(field.pos());
        return config.source().equals(String.valueOf(source));
    }
}
