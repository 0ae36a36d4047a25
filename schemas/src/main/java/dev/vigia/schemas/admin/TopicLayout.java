package dev.vigia.schemas.admin;

import dev.vigia.schemas.Topic;
import java.util.List;

/**
 * How an installation lays out the catalogue on its cluster.
 *
 * @param sharedPartitions partitions of the topics that are joined by key
 * @param replicationFactor copies of each topic, or 0 for the cluster's default
 */
public record TopicLayout(int sharedPartitions, int replicationFactor) {

    public TopicLayout {
        if (sharedPartitions < 1) {
            throw new IllegalArgumentException("topics need at least 1 partition, not " + sharedPartitions);
        }
        if (replicationFactor < 0 || replicationFactor > Short.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a replication factor of " + replicationFactor + " is none; 0 leaves it to the cluster");
        }
    }

    /** The topics as they are wanted on the cluster. */
    public List<ClusterTopic> of(List<Topic> topics) {
        return topics.stream().map(this::of).toList();
    }

    private ClusterTopic of(Topic topic) {
        var storage = topic.storage();
        return new ClusterTopic(
                topic.name(),
                storage.partitions(sharedPartitions),
                replicationFactor,
                TopicSettings.own(storage.config()));
    }
}
