package dev.vigia.connect.transform;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Writes records as the text that Avro shows of them, so that a test needs no registry. */
public final class WrittenDown implements Serde<SpecificRecord> {

    @Override
    public Serializer<SpecificRecord> serializer() {
        return (topic, record) -> record.toString().getBytes(UTF_8);
    }

    @Override
    public Deserializer<SpecificRecord> deserializer() {
        throw new UnsupportedOperationException("nothing is read");
    }
}
