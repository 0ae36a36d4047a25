package dev.vigia.app.topics;

import dev.vigia.schemas.Keys;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.registry.ValueSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What topics of an installation hold now, as a consumer sees them that reads only what was committed. */
public final class TopicContents {

    private static final Duration POLL = Duration.ofMillis(50);

    private final Map<String, Object> kafka;
    private final Map<String, Object> values;
    private final String prefix;

    /**
     * @param kafka settings of Kafka's clients
     * @param values settings of the value serde
     * @param prefix of the installation's topics
     */
    public TopicContents(Map<String, Object> kafka, Map<String, Object> values, String prefix) {
        this.kafka = kafka;
        this.values = values;
        this.prefix = prefix;
    }

    /** Every record up to the present end, each partition in its order. */
    public List<ConsumerRecord<String, SpecificRecord>> all(Topic topic) {
        var all = new ArrayList<ConsumerRecord<String, SpecificRecord>>();
        read(topic, all::add);
        return all;
    }

    /** The newest value of each key; what was deleted says so in a record of its own, until compaction forgets it. */
    public Map<String, SpecificRecord> newest(Topic topic) {
        var newest = new LinkedHashMap<String, SpecificRecord>();
        read(topic, record -> {
            if (record.value() == null) {
                newest.remove(record.key());
            } else if (!Keys.isProgress(record.key())) {
                newest.put(record.key(), record.value());
            }
        });
        return newest;
    }

    /** Gives every record up to the present end to the reader. */
    public void read(Topic topic, Consumer<ConsumerRecord<String, SpecificRecord>> reader) {
        var deserializer = ValueSerdes.<SpecificRecord>from(values).deserializer();
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), deserializer)) {
            var partitions = consumer.partitionsFor(topic.prefixed(prefix).name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(POLL).forEach(reader);
            }
        }
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        // A broker that waits for more records makes the consumer wait for its close.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        return settings;
    }
}
