package dev.vigia.schemas.registry;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads values in Confluent's wire format that are of no type of ours, as whoever wrote them described them. Safe for use
 * by many threads. What goes wrong is told apart as the {@link RegistryDeserializer} does.
 */
public final class ForeignRecords {

    private final SchemaRegistry registry;
    private final ConcurrentMap<Integer, GenericDatumReader<Object>> readers = new ConcurrentHashMap<>();

    public ForeignRecords(RegistryConfig config) {
        this.registry = new SchemaRegistry(config);
    }

    /** A record, or whatever else the schema in the frame describes. */
    @SuppressWarnings("NullAway") // There is nothing to reuse; Avro's parameters bear no annotation.
    public @Nullable Object read(byte[] frame) {
        int id = id(frame);
        try {
            var reader = readers.computeIfAbsent(id, any -> new GenericDatumReader<>(registry.schema(id)));
            int length = frame.length - WireFormat.HEADER_LENGTH;
            var decoder = DecoderFactory.get().binaryDecoder(frame, WireFormat.HEADER_LENGTH, length, null);
            var value = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new IOException("bytes are left over after the record");
            }
            return value;
        } catch (SchemaRefusedException | AvroRuntimeException | IOException | IndexOutOfBoundsException e) {
            throw new SerializationException("cannot read a value written with schema id " + id + ": " + e, e);
        }
    }

    private static int id(byte[] frame) {
        try {
            return WireFormat.id(frame);
        } catch (IllegalArgumentException e) {
            throw new SerializationException("cannot read a value: " + e.getMessage(), e);
        }
    }
}
