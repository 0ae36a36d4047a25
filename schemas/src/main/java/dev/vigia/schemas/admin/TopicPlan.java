package dev.vigia.schemas.admin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What separates a cluster from the catalogue: topics to create, and differences that only people may settle. */
public record TopicPlan(List<ClusterTopic> missing, List<Difference> differences) {

    /** Compares what is wanted with what there is; topics that nobody asked about do not matter. */
    public static TopicPlan of(List<ClusterTopic> wanted, Collection<ClusterTopic> found) {
        Map<String, ClusterTopic> byName =
                found.stream().collect(Collectors.toMap(ClusterTopic::name, Function.identity()));
        var missing = new ArrayList<ClusterTopic>();
        var differences = new ArrayList<Difference>();
        for (var topic : wanted) {
            var present = byName.get(topic.name());
            if (present == null) {
                missing.add(topic);
            } else {
                differences.addAll(topic.differences(present));
            }
        }
        return new TopicPlan(missing, differences);
    }

    /** Whether the cluster is as the catalogue wants it. */
    public boolean isNothingToDo() {
        return missing.isEmpty() && differences.isEmpty();
    }
}
