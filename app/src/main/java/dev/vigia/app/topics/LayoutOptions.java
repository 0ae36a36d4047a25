package dev.vigia.app.topics;

import dev.vigia.app.program.Failure;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import dev.vigia.schemas.admin.TopicLayout;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say how an installation lays out the catalogue. */
public final class LayoutOptions {

    @Nullable
    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of the topics that are joined by key (12; in the local stack 4).")
    private Integer partitions;

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            defaultValue = "0",
            description = "Copies of each topic; 0, the default, leaves it to the cluster and compares nothing.")
    private int replicationFactor;

    @Mixin
    private PrefixOptions prefix = new PrefixOptions();

    public String prefix() {
        return prefix.prefix();
    }

    /** The catalogue under its prefix. */
    public List<Topic> topics() {
        try {
            return Topics.all().stream().map(topic -> topic.prefixed(prefix())).toList();
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
    }

    /** The layout, with so many shared partitions where the options do not say. */
    public TopicLayout layout(int usualPartitions) {
        try {
            return new TopicLayout(Objects.requireNonNullElse(partitions, usualPartitions), replicationFactor);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
    }
}
