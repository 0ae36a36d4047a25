package dev.vigia.schemas.admin;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;

/**
 * The configuration of a topic.
 *
 * @param values what is in force, wherever it comes from; of a topic that is wanted, only what matters
 * @param own names of what is set on the topic itself, not by the cluster for all
 */
public record TopicSettings(Map<String, String> values, Set<String> own) {

    private static final String NOT_SET = "(not set)";

    public TopicSettings {
        values = Map.copyOf(values);
        own = Set.copyOf(own);
    }

    /** Settings of which each is set on the topic. */
    static TopicSettings own(Map<String, String> values) {
        return new TopicSettings(values, values.keySet());
    }

    /** Settings as a broker tells them: all of them, each with its source. */
    static TopicSettings of(Config config) {
        var entries =
                config.entries().stream().filter(entry -> entry.value() != null).toList();
        return new TopicSettings(
                entries.stream().collect(toMap(ConfigEntry::name, ConfigEntry::value)),
                entries.stream()
                        .filter(entry -> entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG)
                        .map(ConfigEntry::name)
                        .collect(toUnmodifiableSet()));
    }

    /** What these and those found must be compared by, in order: all that is wanted, and all that somebody set. */
    SortedSet<String> comparable(TopicSettings found) {
        var names = new TreeSet<>(own);
        names.addAll(found.own);
        return names;
    }

    String value(String name) {
        return values.getOrDefault(name, NOT_SET);
    }
}
