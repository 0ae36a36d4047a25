package dev.vigia.schemas.registry;

import dev.vigia.schemas.RecordKind;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Another's serde that also marks, in the headers, what is not data. */
record MarkingSerde<T>(Serde<T> other) implements Serde<T> {

    @Override
    public Serializer<T> serializer() {
        return new Marking<>(other.serializer());
    }

    @Override
    public Deserializer<T> deserializer() {
        return other.deserializer();
    }

    @Override
    public void close() {
        other.close();
    }

    private record Marking<T>(Serializer<T> other) implements Serializer<T> {

        @Override
        public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T value) {
            if (value != null) {
                RecordKind.mark(headers, value);
            }
            return other.serialize(topic, headers, value);
        }

        @Override
        public byte @Nullable [] serialize(String topic, @Nullable T value) {
            return other.serialize(topic, value);
        }

        @Override
        public void close() {
            other.close();
        }
    }
}
