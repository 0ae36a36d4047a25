package dev.vigia.connect.write;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where something came from, for the dead letter that it may become.
 *
 * @param words for people: a table and its key, a file and its line, a topic with partition and offset
 * @param topic Kafka or MQTT topic; null where it came from neither
 * @param partition Kafka partition; null where it came from elsewhere
 * @param offset Kafka offset or line number; null where there is none
 * @param key as it came; null where it had none
 * @param value as it came, without what must not reach Kafka; null where it had none
 */
public record Origin(
        String words,
        @Nullable String topic,
        @Nullable Integer partition,
        @Nullable Long offset,
        @Nullable ByteBuffer key,
        @Nullable ByteBuffer value,
        Map<String, ByteBuffer> headers) {

    /** Something that came from no topic. */
    public static Origin of(String words, @Nullable Long line, String value) {
        return new Origin(words, null, null, line, null, StandardCharsets.UTF_8.encode(value), Map.of());
    }
}
