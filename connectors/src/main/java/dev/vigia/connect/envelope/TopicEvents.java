package dev.vigia.connect.envelope;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.schemas.registry.ForeignRecords;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.json.JsonConverter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of topics that hold change events, in whichever format. What cannot be read is
 * {@link Event.Unreadable}; only a registry that does not answer is an exception, which says nothing about the record. One
 * thread.
 */
public final class TopicEvents {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final EventFormat format;
    private final @Nullable ForeignRecords foreign;
    private final PlainJsonEvents plain;
    private final StructEvents structs;
    private final AvroStructs avro = new AvroStructs();
    private final JsonConverter keys = converter(true);
    private final JsonConverter values = converter(false);

    /** @param foreign reads Avro; null where there is no registry, and then Avro cannot be read */
    public TopicEvents(EventFormat format, WantedColumns wanted, @Nullable ForeignRecords foreign) {
        this.format = format;
        this.foreign = foreign;
        this.plain = new PlainJsonEvents(wanted);
        this.structs = new StructEvents(wanted);
    }

    /** What a record says. */
    public Event read(TopicOrigin origin, byte @Nullable [] key, byte @Nullable [] value) {
        if (value == null) {
            return new Event.Aside("tombstone");
        }
        try {
            return known(origin, key, value);
        } catch (UnreadableEventException e) {
            return unreadable(e.reason(), e.getMessage());
        } catch (UnavailableValueException e) {
            return unreadable("unavailable-value", e.getMessage());
        } catch (IOException | SerializationException | DataException e) {
            return unreadable("unreadable", Nonsense.words(e));
        } catch (KafkaException registry) {
            throw registry;
        } catch (RuntimeException e) {
            // Parsers throw what they like at nonsense.
            return unreadable("unreadable", Nonsense.words(e));
        }
    }

    private Event known(TopicOrigin origin, byte @Nullable [] key, byte[] value) throws IOException {
        return switch (format) {
            case JSON -> plainJson(origin, key, tree(value));
            case JSON_SCHEMAS -> json(origin, key, value);
            case AVRO -> avro(origin, key, value);
            case AUTO -> value.length > 0 && value[0] == 0 ? avro(origin, key, value) : json(origin, key, value);
        };
    }

    private Event json(TopicOrigin origin, byte @Nullable [] key, byte[] value) throws IOException {
        var node = tree(value);
        return node.path("schema").isObject() && node.has("payload")
                ? jsonWithSchema(origin, key, value)
                : plainJson(origin, key, node);
    }

    private Event jsonWithSchema(TopicOrigin origin, byte @Nullable [] key, byte[] value) {
        var read = values.toConnectData(origin.topic(), value).value();
        if (read == null) {
            return new Event.Aside("tombstone");
        }
        return structs.read(origin, connectKey(origin, key), read);
    }

    private @Nullable Object connectKey(TopicOrigin origin, byte @Nullable [] key) {
        return key == null ? null : keys.toConnectData(origin.topic(), key).value();
    }

    private Event plainJson(TopicOrigin origin, byte @Nullable [] key, JsonNode node) {
        return plain.read(origin, key == null ? null : columns(key), payload(node));
    }

    private Event avro(TopicOrigin origin, byte @Nullable [] key, byte[] value) {
        if (foreign == null) {
            throw new UnreadableEventException("it seems to be Avro, and no schema registry is configured");
        }
        var read = avro.connect(foreign.read(value));
        if (read == null) {
            return new Event.Aside("tombstone");
        }
        return structs.read(origin, key != null && isFramed(key) ? avro.connect(foreign.read(key)) : null, read);
    }

    private static JsonNode tree(byte[] json) throws IOException {
        return JSON.readTree(json);
    }

    private static boolean isFramed(byte[] key) {
        return key.length > 0 && key[0] == 0;
    }

    /** A key that is not JSON, such as plain text, names no columns. */
    private static @Nullable JsonNode columns(byte[] key) {
        try {
            return payload(tree(key));
        } catch (IOException notJson) {
            return null;
        }
    }

    private static JsonNode payload(JsonNode node) {
        return node.has("schema") && node.has("payload") ? node.get("payload") : node;
    }

    private static Event unreadable(String reason, @Nullable String message) {
        return new Event.Unreadable(new Refusal(reason, String.valueOf(message), "change event"));
    }

    private static JsonConverter converter(boolean isKey) {
        var converter = new JsonConverter();
        converter.configure(Map.of("schemas.enable", true), isKey);
        return converter;
    }
}
