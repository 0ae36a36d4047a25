package dev.vigia.app.topics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigia.schemas.Role;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.admin.Difference;
import dev.vigia.schemas.admin.Grant;
import dev.vigia.schemas.admin.Grants;
import java.util.List;
import java.util.Map;

/** Catalogue, grants and plans for programs. */
public final class CatalogueJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CatalogueJson() {}

    public static String topics(List<Topic> topics, int sharedPartitions) {
        var all = JSON.createArrayNode();
        topics.forEach(topic -> describe(all.addObject(), topic, sharedPartitions));
        return all.toPrettyString();
    }

    /** What the cluster lacked and got, and in what it still differs. */
    public static String creation(TopicCreation creation) {
        var result = JSON.createObjectNode();
        var created = result.putArray("created");
        creation.before().missing().forEach(topic -> created.add(topic.name()));
        var differences = result.putArray("differences");
        creation.after().differences().forEach(difference -> describe(differences.addObject(), difference));
        return result.toPrettyString();
    }

    public static String grants(String prefix) {
        var grants = new Grants(prefix);
        var all = JSON.createArrayNode();
        for (var role : Role.values()) {
            grants.of(role).forEach(grant -> describe(all.addObject(), grants.id(role), grant));
        }
        return all.toPrettyString();
    }

    public static String schemas(Map<String, Integer> ids) {
        return JSON.valueToTree(ids).toPrettyString();
    }

    private static void describe(ObjectNode node, Topic topic, int sharedPartitions) {
        node.put("name", topic.name());
        node.put("purpose", topic.purpose());
        node.put("key", topic.content().key().form());
        var records = node.putArray("records");
        topic.content().types().forEach(type -> records.add(type.getName()));
        node.put("partitions", topic.storage().partitions(sharedPartitions));
        node.put("shared", topic.storage().fixedPartitions() == 0);
        node.set("config", JSON.valueToTree(topic.storage().config()));
        putNames(node.putArray("writers"), topic.traffic().writers());
        putNames(node.putArray("readers"), topic.traffic().readers());
    }

    private static void describe(ObjectNode node, Difference difference) {
        node.put("topic", difference.topic());
        node.put("what", difference.what());
        node.put("wanted", difference.wanted());
        node.put("found", difference.found());
    }

    private static void describe(ObjectNode node, String principal, Grant grant) {
        node.put("principal", "User:" + principal);
        node.put("resource", grant.type().name());
        node.put("pattern", grant.pattern().name());
        node.put("name", grant.name());
        putNames(node.putArray("operations"), grant.operations());
    }

    private static void putNames(ArrayNode array, List<? extends Enum<?>> values) {
        values.forEach(value -> array.add(value.name()));
    }
}
