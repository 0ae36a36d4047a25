package dev.vigia.connect.write;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The producer of one source. Who opens it fences whoever wrote the source before; any failure of Kafka's comes out of
 * a later call at the latest, and then nothing of the present transaction was. One thread at a time.
 */
final class Transactions implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;
    private boolean open;

    private Transactions(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    static Transactions open(WriterConfig config) {
        var more = new HashMap<String, Object>();
        more.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, config.internal(config.source()));
        more.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) TIMEOUT.toMillis());
        more.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, DeadLetters.LARGEST_VALUE * 2);
        // Whoever opens a source asks its coordinator twice at least, before the connection and after.
        more.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 20);
        // Rows come by the thousand: larger batches, filled for a moment, are worth a third more rows per second.
        more.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        more.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
        more.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        var bytes = new ByteArraySerializer();
        var producer = new KafkaProducer<>(config.kafkaWith(more), bytes, bytes);
        producer.initTransactions();
        return new Transactions(producer);
    }

    /** Sends within the present transaction, which begins if there is none. */
    void send(ProducerRecord<byte[], byte[]> record) {
        if (!open) {
            producer.beginTransaction();
            open = true;
        }
        var unused = producer.send(record);
    }

    /** How far a consumer has read is part of the present transaction. */
    void sendOffsets(Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        if (!open) {
            producer.beginTransaction();
            open = true;
        }
        producer.sendOffsetsToTransaction(offsets, group);
    }

    /** Everything sent since the last commit becomes visible, or this fails and none of it does. */
    void commit() {
        if (open) {
            producer.commitTransaction();
            open = false;
        }
    }

    /** What is not committed never was. */
    @Override
    public void close() {
        producer.close(open ? Duration.ZERO : TIMEOUT);
    }
}
