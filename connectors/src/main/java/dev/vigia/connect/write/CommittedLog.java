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
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what is committed of a partition, from its beginning to the end that it has when reading begins. What was
 * committed behind somebody's open transaction shows only when that has ended, so it is waited for: it commits or times
 * out. One that does neither hangs, as brokers can leave it behind; then reading ends with the remedy. A transaction of
 * the reader's own would be waited for too, and must not be open. One thread.
 */
final class CommittedLog implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Transactions of our own time out after seconds, and brokers look for such every ten. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaConsumer<byte[], byte[]> uncommitted;
    private final Duration patience;

    CommittedLog(WriterConfig config) {
        this(config, PATIENCE);
    }

    CommittedLog(WriterConfig config, Duration patience) {
        this.patience = patience;
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
        long position = consumer.position(partition);
        long moved = System.nanoTime();
        while (position < end) {
            consumer.poll(POLL).forEach(reader);
            long now = consumer.position(partition);
            if (now > position) {
                position = now;
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > patience.toNanos()) {
                throw new TimeoutException(stalled(partition, position, end));
            }
        }
    }

    private String stalled(TopicPartition partition, long position, long end) {
        return String.format(
                "Topic %s, partition %d, shows nothing committed behind offset %d of %d for %d s: a transaction there"
                        + " neither commits nor times out. Find it by kafka-transactions.sh find-hanging, and end it by"
                        + " kafka-transactions.sh abort.",
                partition.topic(), partition.partition(), position, end, patience.toSeconds());
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
