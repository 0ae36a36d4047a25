package dev.vigia.app;

import dev.vigia.schemas.Keys;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.registry.ValueSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a topic of the shared stack holds now, as a consumer sees it that reads only what was committed. */
public final class TopicContents {

    private static final Duration POLL = Duration.ofMillis(50);

    private TopicContents() {}

    /** Every record up to the present end, partition by partition in order. */
    public static List<ConsumerRecord<String, SpecificRecord>> of(String prefix, Topic topic) {
        try (var consumer = new KafkaConsumer<>(
                settings(),
                new StringDeserializer(),
                ValueSerdes.<SpecificRecord>from(SharedStack.values()).deserializer())) {
            var partitions = consumer.partitionsFor(topic.prefixed(prefix).name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var all = new ArrayList<ConsumerRecord<String, SpecificRecord>>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(POLL).forEach(all::add);
            }
            return all;
        }
    }

    /** The newest value of each key, markers left out, nulls too. */
    public static Map<String, SpecificRecord> newest(String prefix, Topic topic) {
        var newest = new LinkedHashMap<String, SpecificRecord>();
        for (var record : of(prefix, topic)) {
            if (record.value() == null) {
                newest.remove(record.key());
            } else if (!Keys.isProgress(record.key())) {
                newest.put(record.key(), record.value());
            }
        }
        return newest;
    }

    private static Map<String, Object> settings() {
        var settings = new LinkedHashMap<>(SharedStack.kafka());
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("fetch.max.bytes", 64 << 20);
        return settings;
    }
}
