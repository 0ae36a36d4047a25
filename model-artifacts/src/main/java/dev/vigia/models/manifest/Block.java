package dev.vigia.models.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A block of names in a manifest. What is missing or of another kind is noted, and an empty value takes its place, so
 * that reading goes on.
 *
 * @param prefix of the names, for the lines; empty at the top
 */
record Block(MappingNode node, String prefix, ManifestNotes notes) {

    /** Stands for a number that is missing. */
    static final int NONE = -1;

    static Block of(MappingNode node, String prefix, ManifestNotes notes) {
        for (var entry : node.getValue()) {
            notes.stands(prefix + name(entry), entry.getKeyNode());
        }
        return new Block(node, prefix, notes);
    }

    /** Notes every name but these, with the nearest of them. */
    Block knows(Set<String> names) {
        for (var entry : node.getValue()) {
            if (!names.contains(name(entry))) {
                notes.unknown(name(entry), entry.getKeyNode(), names);
            }
        }
        return this;
    }

    String text(String name) {
        var value = need(name);
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        return value == null ? "" : notes.wrong(prefix + name, value, "here must stand a word or text", "");
    }

    long whole(String name) {
        var value = need(name);
        if (value instanceof ScalarNode scalar && scalar.getValue().matches("\\d{1,18}")) {
            return Long.parseLong(scalar.getValue());
        }
        return value == null ? NONE : notes.wrong(prefix + name, value, "here must stand a whole number", (long) NONE);
    }

    int count(String name) {
        return (int) Math.min(whole(name), Integer.MAX_VALUE);
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (var item : items(name)) {
            if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                texts.add(scalar.getValue());
            } else {
                notes.wrong(prefix + name, item, "here must stand a word", "");
            }
        }
        return texts;
    }

    List<Double> numbers(String name) {
        var numbers = new ArrayList<Double>();
        for (var item : items(name)) {
            if (item instanceof ScalarNode scalar && scalar.getValue().matches("[-+]?\\d*\\.?\\d+")) {
                numbers.add(Double.valueOf(scalar.getValue()));
            } else {
                notes.wrong(prefix + name, item, "here must stand a number", 0.0);
            }
        }
        return numbers;
    }

    /** The blocks of a list; each is named by its {@code name}, else by its number. */
    List<Block> blocks(String name) {
        var blocks = new ArrayList<Block>();
        for (var item : items(name)) {
            if (item instanceof MappingNode mapping) {
                blocks.add(of(mapping, prefix + name + "." + label(mapping, blocks.size()) + ".", notes));
            } else {
                notes.wrong(prefix + name, item, "here must stand names and values, as in {name: value}", "");
            }
        }
        return blocks;
    }

    /** All of a block as words. */
    Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        for (var entry : node.getValue()) {
            words.put(name(entry), entry.getValueNode() instanceof ScalarNode scalar ? scalar.getValue() : "");
        }
        return words;
    }

    private List<Node> items(String name) {
        var value = need(name);
        if (value instanceof SequenceNode list) {
            return list.getValue();
        }
        return value == null
                ? List.of()
                : notes.wrong(prefix + name, value, "here must stand a list, as in [a, b]", List.<Node>of());
    }

    private @Nullable Node need(String name) {
        for (var entry : node.getValue()) {
            if (name(entry).equals(name)) {
                return entry.getValueNode();
            }
        }
        notes.missing(prefix + name, node);
        return null;
    }

    private static String label(MappingNode mapping, int number) {
        for (var entry : mapping.getValue()) {
            if (name(entry).equals("name") && entry.getValueNode() instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
        }
        return String.valueOf(number);
    }

    private static String name(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }
}
