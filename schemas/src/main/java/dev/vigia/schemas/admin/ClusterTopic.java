package dev.vigia.schemas.admin;

import java.util.ArrayList;
import java.util.List;

/**
 * A topic as it is on a cluster, or is wanted there.
 *
 * @param replicationFactor copies of each partition; where it is wanted, 0 is any
 */
public record ClusterTopic(String name, int partitions, int replicationFactor, TopicSettings settings) {

    /** Everything that is other than wanted, in a fixed order. */
    List<Difference> differences(ClusterTopic found) {
        var differences = new ArrayList<Difference>();
        compare(differences, "partitions", partitions, found.partitions);
        if (replicationFactor > 0) {
            compare(differences, "replication.factor", replicationFactor, found.replicationFactor);
        }
        for (var setting : settings.comparable(found.settings)) {
            compare(differences, setting, settings.value(setting), found.settings.value(setting));
        }
        return differences;
    }

    private void compare(List<Difference> differences, String what, Object wanted, Object found) {
        if (!wanted.equals(found)) {
            differences.add(new Difference(name, what, wanted.toString(), found.toString()));
        }
    }
}
