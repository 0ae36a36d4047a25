package dev.vigia.schemas.registry;

import dev.vigia.schema.ContractRecord;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads what one schema wrote into our class of that name: what does not change from record to record is done once. */
final class RecordReader<T extends SpecificRecord> {

    private static final ThreadLocal<@Nullable BinaryDecoder> DECODER = new ThreadLocal<>();

    private final DatumReader<T> reader;

    RecordReader(Schema writerSchema) {
        var type = recordType(writerSchema);
        var model = SpecificData.getForClass(type);
        this.reader = new SpecificDatumReader<>(writerSchema, model.getSchema(type), model);
    }

    @SuppressWarnings("NullAway") // There is no record to reuse; Avro's parameter bears no annotation.
    T read(byte[] frame) throws IOException {
        int length = frame.length - WireFormat.HEADER_LENGTH;
        var decoder = DecoderFactory.get().binaryDecoder(frame, WireFormat.HEADER_LENGTH, length, DECODER.get());
        DECODER.set(decoder);
        T value = reader.read(null, decoder);
        if (!decoder.isEnd()) {
            throw new IOException("bytes are left over after the record");
        }
        return value;
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
}
