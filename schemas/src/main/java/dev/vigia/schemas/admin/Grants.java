package dev.vigia.schemas.admin;

import static org.apache.kafka.common.acl.AclOperation.ALTER;
import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import dev.vigia.schemas.Role;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;

/**
 * The least that each role needs on a cluster with access control.
 *
 * @param prefix of the topics; ids of applications, groups and transactions begin with it too, so that several
 *     installations share a cluster without touching each other
 */
public record Grants(String prefix) {

    /** What a role needs: its topics first, then groups, transactions and internal topics. */
    public List<Grant> of(Role role) {
        return Stream.concat(topics(role), work(role)).toList();
    }

    /** The id of a role in this installation: its application id, and what its groups and internal topics begin with. */
    public String id(Role role) {
        return prefix + role.id();
    }

    private Stream<Grant> topics(Role role) {
        return Topics.all().stream()
                .map(topic -> new Grant(TOPIC, LITERAL, topic.prefixed(prefix).name(), operations(role, topic)))
                .filter(grant -> !grant.operations().isEmpty());
    }

    private static List<AclOperation> operations(Role role, Topic topic) {
        if (role.work() == Role.Work.ADMINISTERS) {
            return List.of(CREATE, DESCRIBE, DESCRIBE_CONFIGS, ALTER, ALTER_CONFIGS);
        }
        boolean reads = topic.traffic().readers().contains(role);
        boolean writes = topic.traffic().writers().contains(role);
        return Stream.of(READ, WRITE, DESCRIBE)
                .filter(operation -> operation == READ ? reads : operation == WRITE ? writes : reads || writes)
                .toList();
    }

    private Stream<Grant> work(Role role) {
        return switch (role.work()) {
            case READS -> Stream.of(groups(role));
            case WRITES, STREAMS -> Stream.of(groups(role), transactions(role), internalTopics(role));
            case ADMINISTERS -> Stream.empty();
        };
    }

    /** Connect names the group of a sink after its connector, which is to begin with the role's id. */
    private Grant groups(Role role) {
        var name = role == Role.SINK ? "connect-" + id(role) : id(role);
        return new Grant(GROUP, PREFIXED, name, List.of(READ, DESCRIBE, DELETE));
    }

    private Grant transactions(Role role) {
        return new Grant(TRANSACTIONAL_ID, PREFIXED, id(role), List.of(WRITE, DESCRIBE));
    }

    private Grant internalTopics(Role role) {
        var operations = List.of(CREATE, DELETE, READ, WRITE, DESCRIBE, DESCRIBE_CONFIGS);
        return new Grant(TOPIC, PREFIXED, id(role), operations);
    }
}
