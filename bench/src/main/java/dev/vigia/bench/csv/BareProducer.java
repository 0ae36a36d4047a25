package dev.vigia.bench.csv;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** An idempotent producer that gathers batches as ours does, without transactions; it counts what it is given. */
final class BareProducer<V> implements AutoCloseable {

    private final KafkaProducer<String, V> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long sent;

    BareProducer(String bootstrap, Serializer<V> values) {
        var settings = new HashMap<String, Object>(Map.of("bootstrap.servers", bootstrap, "enable.idempotence", true));
        settings.put("linger.ms", 5);
        settings.put("batch.size", 128 << 10);
        settings.put("compression.type", "lz4");
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), values);
    }

    void send(String topic, String key, V value) {
        var unused = producer.send(new ProducerRecord<>(topic, key, value), this::done);
        sent++;
    }

    private void done(@Nullable RecordMetadata written, @Nullable Exception failed) {
        if (failed != null) {
            failure.compareAndSet(null, failed);
        }
    }

    long sent() {
        return sent;
    }

    /** Waits until all of it is acknowledged. */
    @Override
    public void close() {
        producer.close();
        var failed = failure.get();
        if (failed != null) {
            throw new KafkaException("not everything was written", failed);
        }
    }
}
