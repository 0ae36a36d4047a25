package dev.vigia.connect.join;

import dev.vigia.connect.mapping.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Sixteen bytes by which equal records, and equal refusals, are known again. */
final class Digest {

    private static final int LENGTH = 16;

    private final MessageDigest sha = sha();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<Class<?>, DatumWriter<SpecificRecord>> writers = new HashMap<>();
    private @Nullable BinaryEncoder encoder;

    Bytes of(SpecificRecord value) {
        try {
            encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
            bytes.reset();
            writers.computeIfAbsent(value.getClass(), type -> writer(value)).write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("a record could not be written to memory: " + value, e);
        }
        return of(bytes.toByteArray());
    }

    Bytes of(Refusal refusal, byte[] row) {
        return of(new ByteWriter()
                .text(refusal.reason())
                .text(refusal.detail())
                .text(refusal.where())
                .raw(row)
                .bytes());
    }

    private Bytes of(byte[] content) {
        return Bytes.of(Arrays.copyOf(sha.digest(content), LENGTH));
    }

    private static DatumWriter<SpecificRecord> writer(SpecificRecord example) {
        return new SpecificDatumWriter<>(example.getSchema(), SpecificData.getForClass(example.getClass()));
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
