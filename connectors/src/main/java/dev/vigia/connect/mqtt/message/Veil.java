package dev.vigia.connect.mqtt.message;

import dev.vigia.connect.row.Row;
import dev.vigia.connect.write.RefusedRow;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps what a mapping hashes or hides out of dead letters. Where it does neither they show messages as they came; else
 * the columns that are read less those, and nothing of what cannot be told apart. Any thread.
 */
final class Veil {

    private static final String UNTOLD =
            "it cannot be read, and is not shown, because the mapping hashes or hides a part";

    private final TopicPattern pattern;
    private final Set<String> hidden;

    /** @param hidden columns of the topic and of the payload */
    Veil(TopicPattern pattern, Set<String> hidden) {
        this.pattern = pattern;
        this.hidden = hidden.stream()
                .flatMap(name -> Stream.of(name, TopicReader.IN_PAYLOAD + name))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean hides() {
        return !hidden.isEmpty();
    }

    boolean hides(String column) {
        return hidden.contains(column);
    }

    /** A message of this shape whose payload is not told apart. */
    Shown message(Message message) {
        return hides() ? new Shown(topic(message), null, Map.of()) : Shown.whole(message);
    }

    /** A reading in such a message. */
    Shown reading(Message message, Part part, Row row) {
        return hides()
                ? new Shown(topic(message), StandardCharsets.UTF_8.encode(RefusedRow.json(row, hidden)), Map.of())
                : new Shown(message.topic(), part.bytes(), message.properties());
    }

    /** Words about a payload that is not told apart: those of parsers show pieces of it. */
    String words(String detail) {
        return hides() ? UNTOLD : detail;
    }

    private String topic(Message message) {
        return pattern.starred(message.topic(), hidden);
    }
}
