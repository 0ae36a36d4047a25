package dev.vigia.connect.transform;

import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.MappingException;
import dev.vigia.connect.mapping.MappingFiles;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The settings of the transform; those of the registry, under Confluent's names, beside them. */
final class TransformConfig extends AbstractConfig {

    static final String MAPPING = "mapping";
    static final String RECORD = "record";
    static final String EPOCH = "epoch";
    static final String PREFIX = "topics.prefix";
    static final String PARTITIONS = "partitions";
    static final String SALT = "salt";
    static final String SALT_ID = "salt.id";
    static final String OTHER = "other.events";

    static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    MAPPING,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    new ConfigDef.NonEmptyString(),
                    ConfigDef.Importance.HIGH,
                    "The mapping: a file on every worker, or the name of one that Vigia ships.")
            .define(
                    RECORD,
                    ConfigDef.Type.LIST,
                    List.of(),
                    ConfigDef.ValidList.anyNonDuplicateValues(true, false),
                    ConfigDef.Importance.HIGH,
                    "Which records of the mapping to make, by topic or name; empty: all. One for each table.")
            .define(
                    EPOCH,
                    ConfigDef.Type.LONG,
                    1L,
                    ConfigDef.Range.atLeast(1),
                    ConfigDef.Importance.MEDIUM,
                    "Epoch of the source; raise it by one whenever the connector takes a new snapshot.")
            .define(
                    PREFIX,
                    ConfigDef.Type.STRING,
                    "",
                    ConfigDef.Importance.MEDIUM,
                    "What all topics of this installation begin with.")
            .define(
                    PARTITIONS,
                    ConfigDef.Type.INT,
                    Topics.SHARED_PARTITIONS,
                    ConfigDef.Range.atLeast(1),
                    ConfigDef.Importance.HIGH,
                    "Partitions of the topics that are joined by key, as they were created.")
            .define(
                    SALT,
                    ConfigDef.Type.PASSWORD,
                    "",
                    ConfigDef.Importance.MEDIUM,
                    "The secret that makes hashes of customers.")
            .define(
                    SALT_ID,
                    ConfigDef.Type.STRING,
                    "s1",
                    ConfigDef.Importance.LOW,
                    "What hashes made with this salt begin with.")
            .define(
                    OTHER,
                    ConfigDef.Type.STRING,
                    "drop",
                    ConfigDef.ValidString.in("drop", "pass"),
                    ConfigDef.Importance.LOW,
                    "What becomes of heartbeats, transactions and changes of schemas: drop, or pass as JSON.");

    TransformConfig(Map<String, ?> settings) {
        super(DEFINITION, settings, false);
    }

    String topic(Topic topic) {
        return topic.prefixed(getString(PREFIX)).name();
    }

    int partition(Topic topic, String key) {
        return topic.partition(key, topic.storage().partitions(getInt(PARTITIONS)));
    }

    boolean passesOther() {
        return getString(OTHER).equals("pass");
    }

    /** The mapping in a file of this worker, or what is shipped under a name. */
    Mapping mapping() {
        var fileOrName = getString(MAPPING);
        try {
            return MappingFiles.read(fileOrName);
        } catch (MappingException | IllegalArgumentException | UncheckedIOException e) {
            throw new ConfigException(MAPPING, fileOrName, e.getMessage());
        }
    }

    Salt salt() {
        var secret = getPassword(SALT).value();
        return secret.isEmpty() ? Salt.none() : Salt.of(getString(SALT_ID), secret);
    }
}
