package dev.vigia.connect.write;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** An internal topic of one partition that keeps the newest value of each key. */
public final class StateTopic {

    private static final Duration POLL = Duration.ofMillis(100);

    private StateTopic() {}

    /** Creates it unless it is there. */
    public static void ensure(WriterConfig config, String topic) throws InterruptedException {
        try (var admin = Admin.create(config.kafkaWith(Map.of()))) {
            var settings = Map.of("cleanup.policy", "compact", "segment.bytes", "67108864");
            var wanted = new NewTopic(topic, Optional.of(1), Optional.empty()).configs(settings);
            admin.createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("cannot create topic " + topic, e.getCause());
            }
        }
    }

    /** Reads what was committed to it, oldest first, up to its present end; a null value is a delete. */
    public static void read(WriterConfig config, String topic, Visitor visitor) {
        var more = new HashMap<String, Object>();
        more.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        more.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A broker that waits for more records makes the consumer wait for its close.
        more.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(config.kafkaWith(more), bytes, bytes)) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end =
                    consumer.endOffsets(List.of(partition)).values().iterator().next();
            while (consumer.position(partition) < end) {
                consumer.poll(POLL).forEach(kept -> visitor.visit(kept.key(), kept.value()));
            }
        }
    }

    /** The newest value of every key, as text. */
    public static Map<String, byte[]> newest(WriterConfig config, String topic) {
        var all = new HashMap<String, byte[]>();
        read(config, topic, (key, value) -> {
            var name = new String(key, StandardCharsets.UTF_8);
            if (value == null) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        });
        return all;
    }

    /** Told of each record. */
    public interface Visitor {
        void visit(byte[] key, byte @Nullable [] value);
    }
}
