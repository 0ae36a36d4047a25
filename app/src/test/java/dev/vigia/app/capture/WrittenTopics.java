package dev.vigia.app.capture;

import dev.vigia.connect.write.WriterConfig;
import dev.vigia.schema.Deleted;
import dev.vigia.schema.ProgressMarker;
import dev.vigia.schema.SalesLine;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import dev.vigia.schemas.registry.ValueSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** What is committed in the topics of one installation. */
final class WrittenTopics {

    private final WriterConfig config;
    private final Deserializer<SpecificRecord> values;

    WrittenTopics(WriterConfig config) {
        this.config = config;
        this.values = ValueSerdes.<SpecificRecord>from(config.values()).deserializer();
    }

    /** One record. */
    record Written(
            int partition,
            String key,
            @Nullable SpecificRecord value,
            @Nullable Position position) {}

    /** Everything that is committed in a topic, in the order of each partition. */
    List<Written> all(Topic topic) {
        var name = config.name(topic);
        var settings = new HashMap<String, Object>(config.kafka());
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        var bytes = new ByteArrayDeserializer();
        var all = new ArrayList<Written>();
        try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    all.add(new Written(
                            record.partition(),
                            new String(record.key(), StandardCharsets.UTF_8),
                            record.value() == null ? null : values.deserialize(name, record.headers(), record.value()),
                            Position.of(record.headers())));
                }
            }
        }
        return all;
    }

    /** The quantity of every line by key, of the record with the greatest position. */
    Map<String, String> lines() {
        var newest = new TreeMap<String, Written>();
        for (var record : all(Topics.SALES_LINES)) {
            if (record.value() instanceof SalesLine || record.value() instanceof Deleted) {
                newest.merge(record.key(), record, WrittenTopics::newer);
            }
        }
        var lines = new TreeMap<String, String>();
        newest.forEach((key, record) -> {
            if (record.value() instanceof SalesLine line) {
                lines.put(key, line.getQuantity().toPlainString());
            }
        });
        return lines;
    }

    /** The deletes of lines: key and reason. */
    Map<String, String> deletes() {
        var deletes = new TreeMap<String, String>();
        for (var record : all(Topics.SALES_LINES)) {
            if (record.value() instanceof Deleted deleted) {
                deletes.put(record.key(), deleted.getReason().name());
            }
        }
        return deletes;
    }

    /** The markers of a topic, in order. */
    List<ProgressMarker> markers(Topic topic) {
        return all(topic).stream()
                .map(Written::value)
                .filter(ProgressMarker.class::isInstance)
                .map(ProgressMarker.class::cast)
                .toList();
    }

    /** Values of a topic of this type. */
    <T extends SpecificRecord> List<T> values(Topic topic, Class<T> type) {
        return all(topic).stream()
                .map(Written::value)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Of two records with one key the newer; two of the same position would be a fault. */
    private static Written newer(Written one, Written other) {
        if (one.position() == null || other.position() == null) {
            throw new AssertionError("a record has no position: " + one + " " + other);
        }
        int order = one.position().compareTo(other.position());
        if (order >= 0) {
            throw new AssertionError("positions do not grow: " + one + " then " + other);
        }
        return other;
    }

    Set<String> keys() {
        return lines().keySet();
    }
}
