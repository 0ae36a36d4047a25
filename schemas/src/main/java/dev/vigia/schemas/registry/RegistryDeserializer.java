package dev.vigia.schemas.registry;

import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads records in Confluent's wire format into the generated class of their name, whichever version wrote them. Usable
 * as {@code value.deserializer} by name; safe for use by many threads once configured.
 *
 * <p>A record that cannot be read is a {@link SerializationException}. A registry that does not answer is a
 * {@link RegistryUnavailableException}, one that refuses for a reason of its own a {@link RegistryException}: these say
 * nothing about the record.
 */
public final class RegistryDeserializer<T extends SpecificRecord> implements Deserializer<T> {

    private final ConcurrentMap<Integer, RecordReader<T>> readers = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;

    /** For Kafka, which configures it next. */
    public RegistryDeserializer() {}

    RegistryDeserializer(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        RegistrySerializer.refuseKeys(isKey, "StringDeserializer");
        registry = new SchemaRegistry(new RegistryConfig(settings));
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] frame) {
        if (frame == null) {
            return null;
        }
        int id = id(topic, frame);
        var reader = reader(topic, id);
        try {
            return reader.read(frame);
        } catch (EOFException e) {
            throw unreadable(topic, id, "it ends before the record does", e);
        } catch (IOException | RuntimeException e) {
            throw unreadable(topic, id, String.valueOf(e.getMessage()), e);
        }
    }

    private static int id(String topic, byte[] frame) {
        try {
            return WireFormat.id(frame);
        } catch (IllegalArgumentException e) {
            throw new SerializationException("cannot read a record of " + topic + ": " + e.getMessage(), e);
        }
    }

    private RecordReader<T> reader(String topic, int id) {
        var known = readers.get(id);
        if (known != null) {
            return known;
        }
        try {
            var reader = new RecordReader<T>(configured().schema(id));
            readers.put(id, reader);
            return reader;
        } catch (SchemaRefusedException | AvroRuntimeException e) {
            throw unreadable(topic, id, String.valueOf(e.getMessage()), e);
        }
    }

    private SchemaRegistry configured() {
        if (registry == null) {
            throw new IllegalStateException("configure() must be called before deserialize()");
        }
        return registry;
    }

    private static SerializationException unreadable(String topic, int id, String reason, Exception cause) {
        return new SerializationException(
                "cannot read a record of " + topic + " written with schema id " + id + ": " + reason, cause);
    }
}
