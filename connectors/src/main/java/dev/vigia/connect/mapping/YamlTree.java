package dev.vigia.connect.mapping;

import dev.vigia.connect.mapping.Entry.Named;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML with the line of every word in it. */
final class YamlTree {

    private static final Set<String> NULLS = Set.of("", "~", "null");

    private final Problems problems;

    private YamlTree(Problems problems) {
        this.problems = problems;
    }

    /** The top of a file; null, and the problem noted, where it cannot be read or is empty. */
    static @Nullable Entry read(String text, Problems problems) {
        try {
            var settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
            var top = new Compose(settings).composeString(text);
            if (top.isEmpty()) {
                problems.add(1, "file", "it is empty: a mapping begins with source, timezone and records");
            }
            return top.map(new YamlTree(problems)::entry).orElse(null);
        } catch (MarkedYamlEngineException e) {
            problems.add(line(e.getProblemMark()), "file", "it is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(1, "file", "it is not YAML: " + e.getMessage());
        }
        return null;
    }

    private Entry entry(Node node) {
        int line = line(node.getStartMark());
        if (node instanceof ScalarNode scalar) {
            return new Entry.Value(text(scalar), line);
        }
        if (node.isRecursive()) {
            problems.add(line, "file", "something holds itself: leave the anchors out");
            return new Entry.Value(null, line);
        }
        return node instanceof MappingNode mapping
                ? block(mapping, line)
                : new Entry.Items(
                        ((SequenceNode) node)
                                .getValue().stream().map(this::entry).toList(),
                        line);
    }

    private Entry block(MappingNode node, int line) {
        var names = new HashSet<Optional<String>>();
        var entries = new ArrayList<Named>();
        for (var tuple : node.getValue()) {
            var named = named(tuple);
            if (names.add(Optional.ofNullable(named.name()))) {
                entries.add(named);
            } else {
                problems.add(named.line(), String.valueOf(named.name()), "it stands here twice: keep one of them");
            }
        }
        return new Entry.Block(List.copyOf(entries), line);
    }

    private Named named(NodeTuple tuple) {
        int line = line(tuple.getKeyNode().getStartMark());
        if (tuple.getKeyNode() instanceof ScalarNode name) {
            return new Named(text(name), entry(tuple.getValueNode()), line);
        }
        problems.add(line, "file", "a name must be a word, not a list");
        return new Named("?", new Entry.Value(null, line), line);
    }

    private static @Nullable String text(ScalarNode scalar) {
        return scalar.isPlain() && NULLS.contains(scalar.getValue()) ? null : scalar.getValue();
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }
}
