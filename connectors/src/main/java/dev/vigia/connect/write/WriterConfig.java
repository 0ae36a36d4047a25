package dev.vigia.connect.write;

import dev.vigia.schemas.Role;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.admin.Grants;
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

    /** The settings of Kafka's clients and a few more. */
    public Map<String, Object> kafkaWith(Map<String, Object> more) {
        var all = new HashMap<>(kafka);
        all.putIfAbsent(CommonClientConfigs.CLIENT_ID_CONFIG, internal(source));
        all.putAll(more);
        return all;
    }
}
