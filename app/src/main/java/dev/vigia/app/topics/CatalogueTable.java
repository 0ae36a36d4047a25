package dev.vigia.app.topics;

import static java.util.stream.Collectors.joining;

import dev.vigia.schemas.Role;
import dev.vigia.schemas.Topic;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The catalogue as a table for a terminal; what each topic is for, the page and the JSON say. */
public record CatalogueTable(List<Topic> topics, int sharedPartitions) {

    private static final String ROW = "%-22s %-29s %-36s %10s  %-15s %s";

    public Stream<String> lines() {
        var heading = String.format(ROW, "TOPIC", "KEY", "VALUE", "PARTITIONS", "KEPT", "WRITTEN BY > READ BY");
        return Stream.concat(Stream.of(heading), topics.stream().map(this::line));
    }

    private String line(Topic topic) {
        return String.format(
                Locale.ROOT,
                ROW,
                topic.name(),
                topic.content().key().form(),
                topic.content().types().stream().map(Class::getSimpleName).collect(joining(", ")),
                topic.storage().partitions(sharedPartitions),
                topic.storage().words(),
                names(topic.traffic().writers()) + " > " + names(topic.traffic().readers()));
    }

    private static String names(List<Role> roles) {
        return roles.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(joining(", "));
    }
}
