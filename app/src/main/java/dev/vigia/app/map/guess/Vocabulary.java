package dev.vigia.app.map.guess;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The words by which tables, columns and values are known, read from {@code vocabulary.yaml}. */
final class Vocabulary {

    private static final Vocabulary SHIPPED = read();

    private final Map<String, TopicWords> topics = new LinkedHashMap<>();
    private final Map<String, Object> file;

    private Vocabulary(Map<String, Object> file) {
        this.file = file;
        section(file, "topics").forEach((topic, words) -> topics.put(topic, topic(topic, map(words))));
    }

    static Vocabulary shipped() {
        return SHIPPED;
    }

    TopicWords topic(String topic) {
        return Objects.requireNonNull(topics.get(topic), topic);
    }

    /** What a value of a column means, as a symbol of a contract's enumeration. */
    Optional<String> symbol(String enumeration, String value) {
        var name = Words.of(value.strip()).joined();
        return section(section(file, "values"), enumeration).entrySet().stream()
                .filter(symbol -> list(symbol.getValue()).contains(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether a column tells who a person is. */
    boolean isPersonal(String column, boolean amongCustomers) {
        var words = Words.of(column);
        return words.hasAny(list(file.get("personal")))
                || (amongCustomers && words.hasAny(list(file.get("personalNames"))));
    }

    private static TopicWords topic(String topic, Map<String, Object> words) {
        return new TopicWords(
                topic,
                (String) words.get("parent"),
                list(words.get("tables")),
                list(words.get("never")),
                list(words.get("needs")),
                list(words.get("through")),
                lists(section(words, "keys")),
                lists(section(words, "fields")));
    }

    private static Map<String, List<String>> lists(Map<String, Object> section) {
        var lists = new LinkedHashMap<String, List<String>>();
        section.forEach((name, words) -> lists.put(name, list(words)));
        return lists;
    }

    private static Map<String, Object> section(Map<String, Object> in, String name) {
        var section = in.get(name);
        return section == null ? Map.of() : map(section);
    }

    @SuppressWarnings("unchecked") // YAML's maps have text as keys here; the file is ours.
    private static Map<String, Object> map(Object yaml) {
        return (Map<String, Object>) yaml;
    }

    private static List<String> list(@Nullable Object yaml) {
        return yaml == null
                ? List.of()
                : ((List<?>) yaml).stream().map(String::valueOf).toList();
    }

    private static Vocabulary read() {
        try (InputStream in = Vocabulary.class.getResourceAsStream("vocabulary.yaml")) {
            var load = new Load(LoadSettings.builder().build());
            return new Vocabulary(map(load.loadFromInputStream(Objects.requireNonNull(in))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read vocabulary.yaml of this program", e);
        }
    }
}
