package dev.vigia.schemas.registry;

import dev.vigia.schema.ContractRecord;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads records in Confluent's wire format into the generated class of their name, whichever version wrote them. Usable
 * as {@code value.deserializer} by name; safe for use by many threads once configured.
 *
 * <p>A record that cannot be read is a {@link SerializationException}. A registry that does not answer is a
 * {@link RegistryUnavailableException}, which says nothing about the record.
 */
public final class RegistryDeserializer<T extends SpecificRecord> implements Deserializer<T> {

    private static final ThreadLocal<@Nullable BinaryDecoder> DECODER = new ThreadLocal<>();

    private final ConcurrentMap<Integer, DatumReader<T>> readers = new ConcurrentHashMap<>();
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
            return read(reader, frame);
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

    private T read(DatumReader<T> reader, byte[] frame) throws IOException {
        int length = frame.length - WireFormat.HEADER_LENGTH;
        var decoder = DecoderFactory.get().binaryDecoder(frame, WireFormat.HEADER_LENGTH, length, DECODER.get());
        DECODER.set(decoder);
        @SuppressWarnings("NullAway") // There is no record to reuse; Avro's parameter bears no annotation.
        T value = reader.read(null, decoder);
        if (!decoder.isEnd()) {
            throw new IOException("bytes are left over after the record");
        }
        return value;
    }

    private DatumReader<T> reader(String topic, int id) {
        var known = readers.get(id);
        if (known != null) {
            return known;
        }
        try {
            return newReader(id);
        } catch (RegistryException | AvroRuntimeException e) {
            throw unreadable(topic, id, String.valueOf(e.getMessage()), e);
        }
    }

    private DatumReader<T> newReader(int id) {
        var writerSchema = configured().schema(id);
        var type = recordType(writerSchema);
        var model = SpecificData.getForClass(type);
        var reader = new SpecificDatumReader<T>(writerSchema, model.getSchema(type), model);
        readers.put(id, reader);
        return reader;
    }

    private static Class<?> recordType(Schema schema) {
        ContractRecord.ensureTrusted();
        try {
            var type = SpecificData.get().getClass(schema);
            if (type != null && SpecificRecord.class.isAssignableFrom(type)) {
                return type;
            }
        } catch (SecurityException e) {
            // A class that Avro was not told to trust is as good as none.
        }
        throw new AvroRuntimeException("this program has no record type " + schema.getFullName());
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
