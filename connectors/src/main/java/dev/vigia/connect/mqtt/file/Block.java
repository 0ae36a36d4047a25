package dev.vigia.connect.mqtt.file;

import dev.vigia.connect.mapping.MappingException;
import dev.vigia.connect.mapping.Problem;
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

/**
 * A block of names in a YAML file, which remembers where it stands.
 *
 * @param about what it is, for people
 */
record Block(String file, String about, MappingNode node) {

    /** The top of a file. */
    static Block top(String file, String yaml) {
        try {
            var top = new Compose(LoadSettings.builder().build()).composeString(yaml);
            if (top.isPresent()) {
                return of(file, "the file", top.get());
            }
        } catch (MarkedYamlEngineException e) {
            throw wrong(file, line(e.getProblemMark()), "file", "it is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw wrong(file, 1, "file", "it is not YAML: " + e.getMessage());
        }
        throw wrong(file, 1, "file", "it is empty: it must say source and topics");
    }

    private static Block of(String file, String about, Node node) {
        if (node instanceof MappingNode mapping && !node.isRecursive()) {
            return new Block(file, about, mapping);
        }
        throw wrong(file, line(node), about, "here must stand names and what they mean, as in name: value");
    }

    /** Refuses every name but these. */
    Block knows(Set<String> names) {
        for (var entry : node.getValue()) {
            if (!names.contains(name(entry))) {
                throw wrong(
                        line(entry.getKeyNode()),
                        name(entry),
                        about + " knows only " + names.stream().sorted().toList());
            }
        }
        return this;
    }

    List<NodeTuple> entries() {
        return node.getValue();
    }

    int line() {
        return line(node);
    }

    @Nullable
    Node find(String name) {
        return node.getValue().stream()
                .filter(entry -> name(entry).equals(name))
                .map(NodeTuple::getValueNode)
                .findFirst()
                .orElse(null);
    }

    Node need(String name) {
        var found = find(name);
        if (found == null) {
            throw wrong(line(), name, about + " needs it");
        }
        return found;
    }

    @Nullable
    Block block(String name) {
        var found = find(name);
        return found == null ? null : of(file, name, found);
    }

    /** The blocks of a list that must be there and hold something. */
    List<Block> blocks(String name) {
        var found = need(name);
        if (found instanceof SequenceNode list && !list.getValue().isEmpty()) {
            return list.getValue().stream()
                    .map(item -> of(file, "an entry of " + name, item))
                    .toList();
        }
        throw wrong(line(found), name, "here must stand a list with a - before each entry");
    }

    /** The word that a name stands for. */
    String word(String name, Node value) {
        if (value instanceof ScalarNode scalar && !scalar.getValue().isEmpty()) {
            return scalar.getValue();
        }
        throw wrong(line(value), name, "here must stand a word or text");
    }

    static String name(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    static int line(Node node) {
        return line(node.getStartMark());
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }

    MappingException wrong(int line, String field, String what) {
        return wrong(file, line, field, what);
    }

    private static MappingException wrong(String file, int line, String field, String what) {
        return new MappingException(List.of(new Problem(file, line, field, what)));
    }
}
