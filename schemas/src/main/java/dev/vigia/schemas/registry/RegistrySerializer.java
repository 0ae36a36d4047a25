package dev.vigia.schemas.registry;

import dev.vigia.schemas.RecordKind;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records in Confluent's wire format and marks those that are not data in their headers. Usable as
 * {@code value.serializer} by name; safe for use by many threads once configured. What goes wrong is told apart as the
 * {@link RegistryDeserializer} does.
 */
public final class RegistrySerializer<T extends SpecificRecord> implements Serializer<T> {

    private final ConcurrentMap<String, ConcurrentMap<Class<?>, RecordWriter>> writers = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;
    private SubjectNames names = SubjectNames.TOPIC_RECORD;

    /** For Kafka, which configures it next. */
    public RegistrySerializer() {}

    RegistrySerializer(RegistryConfig config, SchemaRegistry registry) {
        this.registry = registry;
        this.names = config.subjectNames();
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        refuseKeys(isKey, "StringSerializer");
        var config = new RegistryConfig(settings);
        names = config.subjectNames();
        registry = new SchemaRegistry(config);
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T value) {
        if (value != null) {
            RecordKind.mark(headers, value);
        }
        return serialize(topic, value);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        var writer = writer(topic, value);
        try {
            return writer.write(value);
        } catch (IOException | RuntimeException e) {
            throw unwritable(topic, value, e);
        }
    }

    private RecordWriter writer(String topic, SpecificRecord value) {
        var ofTopic = writers.get(topic);
        var known = ofTopic == null ? null : ofTopic.get(value.getClass());
        return known == null ? register(topic, value) : known;
    }

    private RecordWriter register(String topic, SpecificRecord value) {
        var schema = value.getSchema();
        try {
            int id = configured().id(names.subject(topic, schema.getFullName()), schema);
            var writer = new RecordWriter(id, value);
            writers.computeIfAbsent(topic, any -> new ConcurrentHashMap<>()).put(value.getClass(), writer);
            return writer;
        } catch (SchemaRefusedException e) {
            throw unwritable(topic, value, e);
        }
    }

    private SchemaRegistry configured() {
        if (registry == null) {
            throw new IllegalStateException("configure() must be called before serialize()");
        }
        return registry;
    }

    static void refuseKeys(boolean isKey, String remedy) {
        if (isKey) {
            throw new ConfigException(
                    "Keys are plain UTF-8 strings: a schema id in a key would choose the partition. Use " + remedy
                            + " for keys.");
        }
    }

    private static SerializationException unwritable(String topic, SpecificRecord value, Exception cause) {
        return new SerializationException(
                "cannot write a " + value.getSchema().getFullName() + " to " + topic + ": " + cause.getMessage(),
                cause);
    }
}
