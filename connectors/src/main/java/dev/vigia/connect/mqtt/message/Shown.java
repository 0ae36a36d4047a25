package dev.vigia.connect.mqtt.message;

import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a dead letter may show of a message, or of one reading in it.
 *
 * @param topic with a star at each level that must not be shown
 * @param value the payload, or the part of it that the reading is; null where it must not be shown
 * @param properties the sender's own that may be shown
 */
public record Shown(String topic, @Nullable ByteBuffer value, Map<String, String> properties) {

    /** A message as it came. */
    static Shown whole(Message message) {
        return new Shown(message.topic(), ByteBuffer.wrap(message.payload()), message.properties());
    }

    /** A message of which nothing is known that might be shown. */
    static Shown nothing() {
        return new Shown("a topic that is not shown", null, Map.of());
    }
}
