package dev.vigia.connect.mqtt.file;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Writes YAML in which everything stands at the line where it stood in another file, so that problems name the right line. */
final class LinedYaml {

    private final StringBuilder text = new StringBuilder();
    private int line = 1;

    /** Punctuation, on the present line. */
    LinedYaml put(String yaml) {
        text.append(yaml);
        return this;
    }

    /** A text at a line, or on the present one where that is past. */
    LinedYaml text(int at, String value) {
        while (line < at) {
            text.append('\n');
            line++;
        }
        text.append('"')
                .append(JsonStringEncoder.getInstance().quoteAsString(value))
                .append('"');
        return this;
    }

    /** All that a node holds. */
    LinedYaml node(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.isPlain() && scalar.getValue().matches("|~|null")
                    ? put("null")
                    : text(Block.line(node), scalar.getValue());
        }
        if (node instanceof SequenceNode list) {
            put("[");
            list.getValue().forEach(item -> node(item).put(", "));
            return put("]");
        }
        put("{");
        ((MappingNode) node).getValue().forEach(entry -> entry(entry.getKeyNode(), entry.getValueNode()));
        return put("}");
    }

    LinedYaml entry(Node name, Node value) {
        return node(name).put(": ").node(value).put(", ");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
