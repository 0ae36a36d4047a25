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
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What topics of an installation hold now, as a consumer sees them that reads only what was committed. */
public final class TopicContents {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

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
            var ends = ends(partitions);
            long heard = System.nanoTime();
            // Past an open transaction nothing is shown; one that was just committed closes in a moment.
            while (isBehind(consumer, ends) && System.nanoTime() - heard < PATIENCE.toNanos()) {
                long before = read(consumer, ends);
                consumer.poll(POLL).forEach(reader);
                heard = read(consumer, ends) > before ? System.nanoTime() : heard;
            }
        }
    }

    private static boolean isBehind(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private static long read(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.keySet().stream().mapToLong(consumer::position).sum();
    }

    /** The ends of all that was written, committed or not yet. */
    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(each -> latest.put(each, OffsetSpec.latest()));
        try (var admin = Admin.create(kafka)) {
            var ends = new HashMap<TopicPartition, Long>();
            admin.listOffsets(latest).all().get().forEach((each, end) -> ends.put(each, end.offset()));
            return ends;
        } catch (ExecutionException e) {
            throw new KafkaException("cannot ask for the ends of " + partitions, e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
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
