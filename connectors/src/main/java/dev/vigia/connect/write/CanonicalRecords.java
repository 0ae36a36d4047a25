package dev.vigia.connect.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vigia.connect.record.Output;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.registry.ValueSerdes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Makes of keys, values and positions the records that Kafka is sent, each for its partition. Any thread. */
final class CanonicalRecords implements AutoCloseable {

    private static final byte[] NOTHING = {};

    /** A topic's name in this installation, and its partitions. */
    private record Destination(String name, int partitions) {}

    private final Map<String, Destination> destinations = new ConcurrentHashMap<>();
    private final WriterConfig config;
    private final PartitionCounts partitions;
    private final Serializer<SpecificRecord> values;

    CanonicalRecords(WriterConfig config, PartitionCounts partitions) {
        this.config = config;
        this.partitions = partitions;
        this.values = ValueSerdes.<SpecificRecord>from(config.values()).serializer();
    }

    ProducerRecord<byte[], byte[]> of(Output.Upsert upsert, Position position) {
        var to = destination(upsert.topic());
        int partition = upsert.topic().partition(upsert.key(), to.partitions());
        var value = values.serialize(to.name(), upsert.value());
        var record = new ProducerRecord<>(to.name(), partition, upsert.key().getBytes(UTF_8), value);
        position.writeTo(record.headers());
        return record;
    }

    /** For the partition that the key says. */
    ProducerRecord<byte[], byte[]> of(
            Topic topic, String key, @Nullable SpecificRecord value, @Nullable Position position) {
        return of(topic, topic.partition(key, partitions(topic)), key, value, position);
    }

    ProducerRecord<byte[], byte[]> of(
            Topic topic, int partition, String key, @Nullable SpecificRecord value, @Nullable Position position) {
        var name = destination(topic).name();
        var bytesOfKey = key.getBytes(UTF_8);
        var headers = new ProducerRecord<>(name, partition, bytesOfKey, NOTHING).headers();
        if (position != null) {
            position.writeTo(headers);
        }
        var bytes = value == null ? null : values.serialize(name, headers, value);
        return new ProducerRecord<>(name, partition, bytesOfKey, bytes, headers);
    }

    int partitions(Topic topic) {
        return destination(topic).partitions();
    }

    static int size(ProducerRecord<byte[], byte[]> record) {
        return record.key().length + record.value().length;
    }

    /** What stays the same for all records of a topic. */
    private Destination destination(Topic topic) {
        var known = destinations.get(topic.name());
        if (known != null) {
            return known;
        }
        var found = new Destination(config.name(topic), partitions.of(topic, config));
        destinations.put(topic.name(), found);
        return found;
    }

    @Override
    public void close() {
        values.close();
    }
}
