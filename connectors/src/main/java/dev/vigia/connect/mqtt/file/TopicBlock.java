package dev.vigia.connect.mqtt.file;

import dev.vigia.connect.expression.DeclaredType;
import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.mqtt.message.JsonPayload;
import dev.vigia.connect.mqtt.message.NumberPayload;
import dev.vigia.connect.mqtt.message.Payload;
import dev.vigia.connect.mqtt.message.TopicPattern;
import dev.vigia.connect.mqtt.message.TopicReader;
import dev.vigia.connect.row.TableId;
import dev.vigia.schemas.Topics;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** One entry of {@code topics}: the messages of one shape of topic. Its fields are those of a record in the mapping language. */
final class TopicBlock {

    /** The name under which the mapping language knows the messages. */
    private static final TableId MESSAGES = TableId.parse("messages");

    private static final String KEY = "asset";
    private static final DeclaredType NUMBER = DeclaredType.parse("number");

    private final Block top;
    private final Block block;
    private final Block fields;

    TopicBlock(Block top, Block block) {
        this.top = top;
        this.block = block.knows(Set.of("filter", "payload", "types", "where", "fields", "hidden"));
        block.need("fields");
        this.fields = Objects.requireNonNull(block.block("fields"));
    }

    boolean saysHistorical() {
        return fields.find("historical") != null;
    }

    TopicReader reader(Salt salt) {
        var pattern = pattern();
        var mapping = mapping();
        var payload = payload(mapping);
        var shape = TopicReader.shape(pattern, payload);
        var rule = mapping.bind(Map.of(MESSAGES, shape), salt).get(0);
        return new TopicReader(pattern, payload, rule, mapping.hashedColumns(MESSAGES));
    }

    private TopicPattern pattern() {
        var filter = block.need("filter");
        try {
            return TopicPattern.parse(block.word("filter", filter));
        } catch (IllegalArgumentException e) {
            throw block.wrong(Block.line(filter), "filter", String.valueOf(e.getMessage()));
        }
    }

    /** The same in the mapping language, line by line where it stands here. */
    private Mapping mapping() {
        var yaml = new LinedYaml().put("{\"timezone\": ");
        var zone = top.find("timezone");
        yaml = zone == null ? yaml.put("UTC, ") : yaml.node(zone).put(", ");
        for (var entry : top.entries()) {
            if (Set.of("source", "dates").contains(Block.name(entry))) {
                yaml.entry(entry.getKeyNode(), entry.getValueNode());
            }
        }
        var parts = block.entries().stream()
                .sorted(Comparator.comparingInt(entry -> Block.line(entry.getKeyNode())))
                .toList();
        boolean typesFirst = indexOf(parts, "types") < indexOf(parts, "fields");
        types(yaml, typesFirst);
        records(yaml, parts);
        types(yaml, !typesFirst);
        return Mapping.parse(block.file(), yaml.put("}").toString());
    }

    private static int indexOf(List<NodeTuple> parts, String name) {
        return parts.stream().map(Block::name).toList().indexOf(name);
    }

    private void types(LinedYaml yaml, boolean here) {
        var types = block.find("types");
        if (here && types != null) {
            yaml.put("\"types\": {\"" + MESSAGES + "\": ").node(types).put("}, ");
        }
    }

    private void records(LinedYaml yaml, List<NodeTuple> parts) {
        yaml.put("\"records\": [{")
                .text(block.line(), "to")
                .put(": \"" + Topics.READINGS.name() + "\", \"from\": \"" + MESSAGES + "\", ");
        for (var part : parts) {
            if (Set.of("where", "hidden").contains(Block.name(part))) {
                yaml.entry(part.getKeyNode(), part.getValueNode());
            } else if (Block.name(part).equals("fields")) {
                fields(yaml);
            }
        }
        yaml.put("}], ");
    }

    /** The machine is the key; when it came is known to us alone. */
    private void fields(LinedYaml yaml) {
        var asset = fields.need(KEY);
        yaml.put("\"key\": [").node(asset).put("], \"fields\": {");
        for (var field : fields.entries()) {
            if (!Block.name(field).equals(KEY)) {
                yaml.entry(field.getKeyNode(), field.getValueNode());
            }
        }
        if (fields.find(TopicReader.RECEIVED_AT) == null) {
            yaml.put("\"receivedAt\": \"instant(receivedAt)\"");
        }
        yaml.put("}");
    }

    private Payload payload(Mapping mapping) {
        var node = block.find("payload");
        var said = node == null ? "json" : block.word("payload", node);
        var types = mapping.declaredTypes(MESSAGES);
        return switch (said) {
            case "json" -> new JsonPayload(types);
            case "number" -> new NumberPayload(types.getOrDefault(NumberPayload.VALUE, NUMBER));
            default ->
                throw block.wrong(
                        node == null ? block.line() : Block.line(node),
                        "payload",
                        "\"" + said + "\" is neither json nor number");
        };
    }
}
