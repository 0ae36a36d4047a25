package dev.vigia.connect.write;

import dev.vigia.schemas.Role;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.admin.Grants;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Where and as whom a source is written.
 *
 * @param source name of the source system, as in its mapping
 * @param prefix of all topics; empty where there is none
 * @param kafka settings of Kafka's clients, such as {@code bootstrap.servers} and security
 * @param values settings of the value serde, such as {@code schema.registry.url}
 * @param clock the wall clock, for what is reported
 */
public record WriterConfig(
        String source, String prefix, Map<String, Object> kafka, Map<String, Object> values, Clock clock) {

    /** The topic's name in this installation. */
    public String name(Topic topic) {
        return topic.prefixed(prefix).name();
    }

    /** The internal topic that keeps how far each source is. */
    public String stateTopic() {
        return internal("state");
    }

    /** The name of an internal topic or transaction of this installation's captures. */
    public String internal(String part) {
        return new Grants(prefix).id(Role.CAPTURE) + "-" + part;
    }

    /**
     * A temporary folder on this machine, always the same for this user, this source of this installation, and this
     * purpose: so that a later run finds, and deletes, what a killed one left there.
     */
    public Path scratch(String part) {
        var cluster = String.valueOf(kafka.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
        var name = String.join(
                "-", internal(part), System.getProperty("user.name"), Integer.toHexString(cluster.hashCode()));
        return Path.of(System.getProperty("java.io.tmpdir"), name);
    }

    /** The settings of Kafka's clients and a few more. */
    public Map<String, Object> kafkaWith(Map<String, Object> more) {
        var all = new HashMap<>(kafka);
        all.putIfAbsent(CommonClientConfigs.CLIENT_ID_CONFIG, internal(source));
        all.putAll(more);
        return all;
    }
}
