package dev.vigia.schemas.registry;

import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Type.CLASS;

import dev.vigia.schema.ContractRecord;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.Serde;

/** Makes the serde that the settings name: ours, or another such as Confluent's {@code SpecificAvroSerde}. */
public final class ValueSerdes {

    public static final String SERDE_CLASS = "value.serde.class";

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(SERDE_CLASS, CLASS, RegistrySerde.class, MEDIUM, "Serde that reads and writes values.");

    private ValueSerdes() {}

    /** The serde named by the settings and configured with all of them. It marks what is not data, whoever made it. */
    @SuppressWarnings("unchecked") // What a class by name reads and writes cannot be known before it does.
    public static <T extends SpecificRecord> Serde<T> from(Map<String, ?> settings) {
        ContractRecord.ensureTrusted();
        var config = new AbstractConfig(DEFINITION, settings, false);
        var serde = (Serde<T>) config.getConfiguredInstance(SERDE_CLASS, Serde.class);
        serde.configure(withDefaults(settings), false);
        return serde instanceof RegistrySerde ? serde : new MarkingSerde<>(serde);
    }

    /** What our contracts need of Confluent's serdes, where the user says nothing else. */
    private static Map<String, Object> withDefaults(Map<String, ?> settings) {
        var all = new HashMap<String, Object>(settings);
        all.putIfAbsent("specific.avro.reader", true);
        all.putIfAbsent(RegistryConfig.SUBJECT_NAMES, "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy");
        return all;
    }
}
