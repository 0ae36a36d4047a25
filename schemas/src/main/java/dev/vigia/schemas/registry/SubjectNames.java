package dev.vigia.schemas.registry;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

/** What the registry calls the place of a schema: Confluent's three strategies, by the names of their classes. */
enum SubjectNames {
    /** One subject per record type of a topic: many types in a topic, each with its own line of versions. */
    TOPIC_RECORD("TopicRecordNameStrategy") {
        @Override
        String subject(String topic, String recordName) {
            return topic + "-" + recordName;
        }
    },
    /** One subject per topic: a topic can then hold one record type only. */
    TOPIC("TopicNameStrategy") {
        @Override
        String subject(String topic, String recordName) {
            return topic + "-value";
        }
    },
    /** One subject per record type, whatever the topic. */
    RECORD("RecordNameStrategy") {
        @Override
        String subject(String topic, String recordName) {
            return recordName;
        }
    };

    private final String strategy;

    SubjectNames(String strategy) {
        this.strategy = strategy;
    }

    abstract String subject(String topic, String recordName);

    /** The strategy whose class is so named, in whatever package. */
    static SubjectNames named(String className) {
        var simpleName = className.substring(className.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(names -> names.strategy.equals(simpleName))
                .findFirst()
                .orElseThrow(() ->
                        new ConfigException(RegistryConfig.SUBJECT_NAMES, className, "It is none of " + known() + "."));
    }

    private static String known() {
        return Arrays.stream(values()).map(names -> names.strategy).collect(Collectors.joining(", "));
    }
}
