package dev.vigia.app.topics;

import dev.vigia.app.program.Failure;
import dev.vigia.schemas.admin.ClusterTopic;
import dev.vigia.schemas.admin.ClusterUnreachableException;
import dev.vigia.schemas.admin.TopicAdmin;
import dev.vigia.schemas.admin.TopicPlan;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/**
 * What happened when missing topics were created.
 *
 * @param before what separated the cluster from the catalogue
 * @param after what still does
 */
public record TopicCreation(TopicPlan before, TopicPlan after) {

    /** Creates what is missing on the cluster that the settings lead to; says in words what it cannot do. */
    public static TopicCreation on(Properties settings, List<ClusterTopic> wanted) {
        try (var admin = Admin.create(settings)) {
            return on(new TopicAdmin(admin), wanted);
        } catch (ClusterUnreachableException e) {
            throw Failure.unreachable(address(settings) + ": " + e.getMessage());
        } catch (KafkaException e) {
            throw refused(settings, e);
        }
    }

    /** What was done and what is left to people, a line each. */
    public Stream<String> lines() {
        if (before.isNothingToDo()) {
            return Stream.of("nothing to do");
        }
        var created = before.missing().stream()
                .map(topic -> "created " + topic.name() + " with " + topic.partitions() + " partitions");
        var differences = after.differences().stream().map(difference -> "differs " + difference);
        return Stream.concat(created, differences);
    }

    /** How it stands, in a few words. */
    public String summary() {
        return before.missing().size() + " created, " + after.differences().size() + " differences from the catalogue";
    }

    private static TopicCreation on(TopicAdmin admin, List<ClusterTopic> wanted) {
        var before = admin.plan(wanted);
        if (before.missing().isEmpty()) {
            return new TopicCreation(before, before);
        }
        admin.create(before.missing());
        return new TopicCreation(before, admin.plan(wanted));
    }

    private static Failure refused(Properties settings, KafkaException refusal) {
        var reason = refusal.getCause() == null
                ? refusal.getMessage()
                : refusal.getCause().getMessage();
        return Failure.usage(address(settings) + ": " + reason);
    }

    private static String address(Properties settings) {
        return settings.getProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
    }
}
