package dev.vigia.bench.fuzz;

import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.write.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Writes records as they go to Kafka, and forgets them: a record that cannot be written is found here. One thread. */
final class Encoded {

    private final Map<Schema, SpecificDatumWriter<SpecificRecord>> writers = new HashMap<>();
    private @Nullable BinaryEncoder encoder;

    void write(SpecificRecord record) {
        try {
            encoder = EncoderFactory.get().binaryEncoder(OutputStream.nullOutputStream(), encoder);
            writers.computeIfAbsent(
                            record.getSchema(),
                            schema -> new SpecificDatumWriter<>(schema, SpecificData.getForClass(record.getClass())))
                    .write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A refusal says why and where it came from. */
    void check(Refusal refusal, Origin origin) {
        if (refusal.reason().isBlank()
                || refusal.detail().isBlank()
                || origin.words().isBlank()) {
            throw new AssertionError(refusal + " of " + origin + " does not say enough");
        }
    }
}
