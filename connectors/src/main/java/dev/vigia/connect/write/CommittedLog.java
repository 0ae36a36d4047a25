package dev.vigia.connect.write;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what is committed of a partition, from its beginning to the end that it has when reading begins. What was
 * committed behind somebody's open transaction shows only when that has ended, so it is waited for: it commits or times
 * out. A transaction of the reader's own would be waited for too, and must not be open. One thread.
 */
final class CommittedLog implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaConsumer<byte[], byte[]> uncommitted;

    CommittedLog(WriterConfig config) {
        this.consumer = consumer(config, "read_committed");
        this.uncommitted = consumer(config, "read_uncommitted");
    }

    private static KafkaConsumer<byte[], byte[]> consumer(WriterConfig config, String isolation) {
        var more = Map.<String, Object>of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                isolation,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, // A broker that waits for more lets the close wait too.
                10);
        var bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(config.kafkaWith(more), bytes, bytes);
    }

    List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    void read(TopicPartition partition, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        long end = end(partition);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        while (consumer.position(partition) < end) {
            consumer.poll(POLL).forEach(reader);
        }
    }

    /** To a consumer of committed records the first open transaction would be the end. */
    private long end(TopicPartition partition) {
        return Objects.requireNonNull(uncommitted.endOffsets(List.of(partition)).get(partition));
    }

    @Override
    public void close() {
        consumer.close();
        uncommitted.close();
    }
}
