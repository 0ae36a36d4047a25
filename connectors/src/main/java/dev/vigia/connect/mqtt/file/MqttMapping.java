package dev.vigia.connect.mqtt.file;

import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.mqtt.message.MessageReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A file that says what to make of MQTT messages.
 *
 * @param source name of the source system
 * @param historicalAfter how far behind the newest of its channel a reading is historical; null where only the fields say so
 */
public record MqttMapping(
        String source, MessageReader reader, @Nullable Duration historicalAfter) {

    private static final Duration USUALLY_HISTORICAL_AFTER = Duration.ofMinutes(10);
    private static final String AFTER = "historicalAfter";

    /**
     * Reads such a file.
     *
     * @param file as problems name it
     * @throws dev.vigia.connect.mapping.MappingException with what is wrong and where
     */
    public static MqttMapping parse(String file, String yaml, Salt salt) {
        var top = Block.top(file, yaml).knows(Set.of("source", "timezone", "dates", AFTER, "topics"));
        var topics = top.blocks("topics").stream()
                .map(block -> new TopicBlock(top, block))
                .toList();
        var reader = new MessageReader(
                topics.stream().map(topic -> topic.reader(salt)).toList());
        boolean fieldsSay = topics.stream().anyMatch(TopicBlock::saysHistorical);
        return new MqttMapping(top.word("source", top.need("source")), reader, after(top, fieldsSay));
    }

    /** A file that Vigia brings along, such as {@code plant-mqtt}. */
    public static MqttMapping shipped(String name) {
        var file = name + ".yaml";
        try (var in = MqttMapping.class.getResourceAsStream("/mappings/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no shipped mapping " + name);
            }
            return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8), Salt.none());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the shipped mapping " + name, e);
        }
    }

    private static @Nullable Duration after(Block top, boolean fieldsSay) {
        var node = top.find(AFTER);
        if (node == null) {
            return fieldsSay ? null : USUALLY_HISTORICAL_AFTER;
        }
        return duration(top, node);
    }

    private static Duration duration(Block top, Node node) {
        var text = top.word(AFTER, node);
        try {
            var duration = Duration.parse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Said below, as for durations below nothing.
        }
        throw top.wrong(Block.line(node), AFTER, "\"" + text + "\" is not a duration such as PT10M");
    }
}
