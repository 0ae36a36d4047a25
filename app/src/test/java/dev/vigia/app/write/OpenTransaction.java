package dev.vigia.app.write;

import dev.vigia.app.SharedStack;
import java.util.HashMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Somebody's transaction, open until it is told to end. */
public final class OpenTransaction {

    private static final byte[] NOTHING = {};

    private final Producer<byte[], byte[]> producer;
    private boolean open = true;

    private OpenTransaction(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Has a record in each partition. */
    public static OpenTransaction in(String topic, int partitions) {
        var settings = new HashMap<>(SharedStack.kafka());
        settings.put("transactional.id", "open-" + UUID.randomUUID());
        var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        for (int partition = 0; partition < partitions; partition++) {
            var unused = producer.send(new ProducerRecord<>(topic, partition, NOTHING, NOTHING));
        }
        producer.flush();
        return new OpenTransaction(producer);
    }

    /** Aborts it, the first time. */
    public void end() {
        if (open) {
            open = false;
            producer.abortTransaction();
            producer.close();
        }
    }
}
