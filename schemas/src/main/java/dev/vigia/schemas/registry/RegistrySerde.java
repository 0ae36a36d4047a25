package dev.vigia.schemas.registry;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Serializer and deserializer over one registry. Usable as {@code default.value.serde} by name. */
public final class RegistrySerde<T extends SpecificRecord> implements Serde<T> {

    private Serializer<T> serializer = new RegistrySerializer<>();
    private Deserializer<T> deserializer = new RegistryDeserializer<>();

    /** For Kafka, which configures it next. */
    public RegistrySerde() {}

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        RegistrySerializer.refuseKeys(isKey, "Serdes.String()");
        var config = new RegistryConfig(settings);
        var registry = new SchemaRegistry(config);
        serializer = new RegistrySerializer<>(config, registry);
        deserializer = new RegistryDeserializer<>(registry);
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }
}
