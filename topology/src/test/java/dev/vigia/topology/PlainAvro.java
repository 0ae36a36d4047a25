package dev.vigia.topology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Records behind the name of their class: what a registry would tell is not needed here. */
final class PlainAvro {

    private PlainAvro() {}

    static Serde<SpecificRecord> serde() {
        return Serdes.serdeFrom((topic, record) -> write(record), (topic, bytes) -> read(bytes));
    }

    private static byte[] write(SpecificRecord record) {
        try (var bytes = new ByteArrayOutputStream();
                var out = new DataOutputStream(bytes)) {
            out.writeUTF(record.getClass().getName());
            var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            var model = SpecificData.getForClass(record.getClass());
            new SpecificDatumWriter<SpecificRecord>(record.getSchema(), model).write(record, encoder);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SpecificRecord read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var type = Class.forName(in.readUTF());
            var model = SpecificData.getForClass(type);
            var schema = model.getSchema(type);
            return new SpecificDatumReader<SpecificRecord>(schema, schema, model)
                    .read(null, DecoderFactory.get().directBinaryDecoder(in, null));
        } catch (IOException | ClassNotFoundException e) {
            throw new SerializationException("unreadable", e);
        }
    }
}
