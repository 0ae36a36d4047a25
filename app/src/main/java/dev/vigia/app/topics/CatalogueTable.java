package dev.vigia.app.topics;

import dev.vigia.schemas.Topic;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The catalogue as a table for a terminal. */
public record CatalogueTable(List<Topic> topics, int sharedPartitions) {

    private static final String ROW = "%-24s %-28s %10s  %-15s %s";

    public Stream<String> lines() {
        var heading = String.format(ROW, "TOPIC", "KEY", "PARTITIONS", "KEPT", "WHAT IT IS");
        return Stream.concat(Stream.of(heading), topics.stream().map(this::line));
    }

    private String line(Topic topic) {
        return String.format(
                Locale.ROOT,
                ROW,
                topic.name(),
                topic.content().key().form(),
                topic.storage().partitions(sharedPartitions),
                topic.storage().words(),
                topic.purpose());
    }
}
