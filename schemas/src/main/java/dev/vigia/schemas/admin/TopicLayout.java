package dev.vigia.schemas.admin;

import dev.vigia.schemas.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How an installation lays out the catalogue on its cluster.
 *
 * @param prefix begins every topic's name; may be empty
 * @param sharedPartitions partitions of the topics that are joined by key
 * @param replicationFactor copies of each topic, or 0 for the cluster's default
 */
public record TopicLayout(String prefix, int sharedPartitions, int replicationFactor) {

    public TopicLayout {
        if (sharedPartitions < 1) {
            throw new IllegalArgumentException("topics need at least 1 partition, not " + sharedPartitions);
        }
        if (replicationFactor < 0) {
            throw new IllegalArgumentException(
                    "topics need at least 1 copy, not " + replicationFactor + "; 0 leaves the number to the cluster");
        }
    }

    /** The topics as they are wanted on the cluster. */
    public List<ClusterTopic> of(List<Topic> catalogue) {
        return catalogue.stream().map(this::of).toList();
    }

    private ClusterTopic of(Topic topic) {
        int partitions = topic.storage().partitions(sharedPartitions);
        Map<String, String> config = new HashMap<>(topic.storage().config());
        return new ClusterTopic(topic.prefixed(prefix).name(), partitions, replicationFactor, config);
    }
}
