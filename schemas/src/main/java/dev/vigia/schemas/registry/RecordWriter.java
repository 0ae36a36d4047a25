package dev.vigia.schemas.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Writes records of one type to one topic: what does not change from record to record is done once. */
final class RecordWriter {

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private final byte[] header;
    private final DatumWriter<SpecificRecord> writer;

    RecordWriter(int id, SpecificRecord example) {
        this.header = WireFormat.header(id);
        var model = SpecificData.getForClass(example.getClass());
        this.writer = new SpecificDatumWriter<>(example.getSchema(), model);
    }

    byte[] write(SpecificRecord value) throws IOException {
        return SCRATCH.get().write(header, writer, value);
    }

    /** What a thread uses again for every record. */
    private static final class Scratch {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        private @Nullable BinaryEncoder encoder;

        byte[] write(byte[] header, DatumWriter<SpecificRecord> writer, SpecificRecord value) throws IOException {
            // Taking the encoder up again pours out what a failed record left in it, so the bytes are reset after that.
            encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
            bytes.reset();
            bytes.writeBytes(header);
            writer.write(value, encoder);
            encoder.flush();
            return bytes.toByteArray();
        }
    }
}
