package dev.vigia.connect.mqtt.message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shape of MQTT topics, such as {@code plant/{asset}/{measure}}: each level is a word, a name, {@code +} or, last, {@code #}. */
public final class TopicPattern {

    private static final String ANY = "+";
    private static final String REST = "#";

    private final List<String> levels;
    private final boolean[] named;
    private final List<String> names = new ArrayList<>();

    private TopicPattern(List<String> levels) {
        this.levels = levels;
        this.named = new boolean[levels.size()];
        for (int i = 0; i < named.length; i++) {
            named[i] = isName(levels.get(i));
        }
        levels.stream().filter(TopicPattern::isName).map(TopicPattern::nameOf).forEach(names::add);
    }

    /** Reads a pattern; what it says when it cannot is meant for people. */
    public static TopicPattern parse(String text) {
        var levels = List.of(text.split("/", -1));
        for (int i = 0; i < levels.size(); i++) {
            check(levels.get(i), i == levels.size() - 1, text);
        }
        var pattern = new TopicPattern(levels);
        if (new HashSet<>(pattern.names).size() < pattern.names.size()) {
            throw new IllegalArgumentException("topic \"" + text + "\" has a name twice");
        }
        return pattern;
    }

    private static void check(String level, boolean last, String text) {
        boolean legal = isName(level)
                || level.equals(ANY)
                || (last && level.equals(REST))
                || level.chars().noneMatch(c -> "+#{}".indexOf(c) >= 0 || Character.isISOControl(c));
        if (!legal || text.isEmpty() || text.length() > 65_535) {
            throw new IllegalArgumentException("topic \"" + text + "\" has a level \"" + level
                    + "\" that is neither a word, a {name}, a + nor, at the end, a #");
        }
    }

    private static boolean isName(String level) {
        return level.length() > 2
                && level.startsWith("{")
                && level.endsWith("}")
                && level.chars().skip(1).limit(level.length() - 2L).allMatch(Character::isJavaIdentifierPart);
    }

    private static String nameOf(String level) {
        return level.substring(1, level.length() - 1);
    }

    /** The names of its levels, in their order. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** As a broker has it: {@code plant/+/+}. */
    public String filter() {
        return levels.stream().map(level -> isName(level) ? ANY : level).collect(Collectors.joining("/"));
    }

    /** What stands at the names of a topic, in their order; null where the topic has another shape. */
    @Nullable
    List<String> match(String topic) {
        var found = new ArrayList<String>(names.size());
        int start = 0;
        for (int i = 0; i < named.length; i++) {
            var level = levels.get(i);
            if (level.equals(REST)) {
                return found;
            }
            if (start > topic.length()) {
                return null;
            }
            int slash = topic.indexOf('/', start);
            int end = slash < 0 ? topic.length() : slash;
            if (named[i]) {
                found.add(topic.substring(start, end));
            } else if (!level.equals(ANY) && !isWord(level, topic, start, end)) {
                return null;
            }
            start = end + 1;
        }
        return start > topic.length() ? found : null;
    }

    /** A topic of this shape, with a star for each level that has one of these names. */
    String starred(String topic, Set<String> names) {
        var found = topic.split("/", -1);
        for (int i = 0; i < named.length; i++) {
            if (named[i] && names.contains(nameOf(levels.get(i)))) {
                found[i] = "*";
            }
        }
        return String.join("/", found);
    }

    private static boolean isWord(String word, String topic, int start, int end) {
        return end - start == word.length() && topic.startsWith(word, start);
    }

    @Override
    public String toString() {
        return String.join("/", levels);
    }
}
