package dev.vigia.schemas.registry;

import dev.vigia.schemas.Topic;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificData;

/** Registers the schemas of topics on behalf of clients that may only look them up. */
public final class SchemaRegistration {

    private final SchemaRegistry registry;
    private final SubjectNames names;

    public SchemaRegistration(RegistryConfig config) {
        this.registry = new SchemaRegistry(config);
        this.names = config.subjectNames();
    }

    /** The id of every subject of the topics; registering what is registered changes nothing. */
    public Map<String, Integer> register(Collection<Topic> topics) {
        Map<String, Integer> ids = new TreeMap<>();
        for (var topic : topics) {
            for (var type : topic.content().types()) {
                var schema = SpecificData.get().getSchema(type);
                var subject = names.subject(topic.name(), schema.getFullName());
                ids.put(subject, registry.id(subject, schema));
            }
        }
        return ids;
    }
}
