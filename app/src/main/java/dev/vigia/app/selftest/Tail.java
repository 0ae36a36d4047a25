package dev.vigia.app.selftest;

import dev.vigia.schemas.Topic;
import dev.vigia.schemas.registry.ValueSerdes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What is committed to topics from now on. */
final class Tail implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);

    private final KafkaConsumer<String, SpecificRecord> consumer;
    private final Deque<ConsumerRecord<String, SpecificRecord>> waiting = new ArrayDeque<>();

    private Tail(KafkaConsumer<String, SpecificRecord> consumer) {
        this.consumer = consumer;
    }

    static Tail of(Map<String, Object> kafka, Map<String, Object> values, List<Topic> topics) {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        var consumer = new KafkaConsumer<>(
                settings,
                new StringDeserializer(),
                ValueSerdes.<SpecificRecord>from(values).deserializer());
        var partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return new Tail(consumer);
    }

    /** How many partitions it follows. */
    int partitions() {
        return consumer.assignment().size();
    }

    /** Waits for a record, and says how long it took; records before it are passed over. */
    Duration await(String what, Predicate<ConsumerRecord<String, SpecificRecord>> wanted, Duration patience) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < patience.toNanos()) {
            if (waiting.isEmpty()) {
                consumer.poll(POLL).forEach(waiting::add);
            } else if (wanted.test(waiting.remove())) {
                return Duration.ofNanos(System.nanoTime() - begin);
            }
        }
        throw new NotProved(what + " was not seen within " + patience.toSeconds() + " s");
    }

    @Override
    public void close() {
        consumer.close();
    }
}
