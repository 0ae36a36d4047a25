package dev.vigia.schemas.admin;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** What a role may do with one topic, group, transactional id or cluster, or with all whose names begin so. */
public record Grant(ResourceType type, PatternType pattern, String name, List<AclOperation> operations) {

    /** The line for Kafka's own tool that gives it to a principal. */
    public String command(String principal) {
        var allowed = operations.stream()
                .map(operation -> " --operation " + words(operation))
                .collect(joining());
        var matching = pattern == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "";
        return "kafka-acls --bootstrap-server \"$BOOTSTRAP\" --add --allow-principal 'User:" + principal + "'" + allowed
                + resource() + matching;
    }

    private String resource() {
        return switch (type) {
            case TOPIC -> " --topic '" + name + "'";
            case GROUP -> " --group '" + name + "'";
            case TRANSACTIONAL_ID -> " --transactional-id '" + name + "'";
            case CLUSTER -> " --cluster";
            default -> throw new IllegalStateException("no role needs rights on " + type);
        };
    }

    /** As the tool spells it: {@code DescribeConfigs}. */
    private static String words(AclOperation operation) {
        var spelled = new StringBuilder();
        for (var word : operation.name().split("_", -1)) {
            spelled.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return spelled.toString();
    }
}
