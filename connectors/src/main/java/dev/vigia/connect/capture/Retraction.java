package dev.vigia.connect.capture;

import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.schema.DeleteReason;
import dev.vigia.schemas.Keys;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.RecordKind;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.registry.ValueSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records of a source that a new snapshot did not show: those whose newest position is of an older epoch. Reads
 * the canonical topics partition by partition, and keeps no more than the keys of one in memory.
 */
final class Retraction {

    private static final Duration POLL = Duration.ofMillis(200);

    private final WriterConfig config;
    private final long epoch;
    private final Map<String, Topic> topics = new TreeMap<>();
    private final Deserializer<SpecificRecord> values;

    Retraction(WriterConfig config, long epoch, List<Rule> rules) {
        this.config = config;
        this.epoch = epoch;
        rules.forEach(rule -> topics.put(config.name(rule.topic()), rule.topic()));
        this.values = ValueSerdes.<SpecificRecord>from(config.values()).deserializer();
    }

    /** Hands on a delete for each of them. */
    void find(Consumer<Output> out) {
        var more = new HashMap<String, Object>();
        more.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        more.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(config.kafkaWith(more), bytes, bytes)) {
            topics.forEach((name, topic) -> consumer.partitionsFor(name)
                    .forEach(partition -> old(consumer, new TopicPartition(name, partition.partition()))
                            .forEach((key, type) ->
                                    out.accept(new Output.Delete(topic, key, type, DeleteReason.RETRACTED)))));
        }
    }

    /** The keys of one partition that hold a record of an older epoch of this source, with its type. */
    private Map<String, Class<? extends SpecificRecord>> old(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        var old = new HashMap<String, Class<? extends SpecificRecord>>();
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).values().iterator().next();
        while (consumer.position(partition) < end) {
            for (var record : consumer.poll(POLL)) {
                var key = new String(record.key(), StandardCharsets.UTF_8);
                var type = oldType(key, record);
                if (type == null) {
                    old.remove(key);
                } else {
                    old.put(key, type);
                }
            }
        }
        return old;
    }

    /** Null where it is no record of an older epoch of this source. */
    private @Nullable Class<? extends SpecificRecord> oldType(String key, ConsumerRecord<byte[], byte[]> record) {
        var position = Position.of(record.headers());
        if (record.value() == null
                || Keys.isProgress(key)
                || record.headers().lastHeader(RecordKind.HEADER) != null
                || position == null
                || position.epoch() >= epoch) {
            return null;
        }
        var value = values.deserialize(record.topic(), record.headers(), record.value());
        return value != null && isOurs(value) ? value.getClass() : null;
    }

    private boolean isOurs(SpecificRecord value) {
        var source = value.getSchema().getField("source");
        return source != null && config.source().equals(String.valueOf(value.get(source.pos())));
    }
}
