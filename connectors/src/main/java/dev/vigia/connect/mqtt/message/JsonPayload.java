package dev.vigia.connect.mqtt.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.vigia.connect.expression.DeclaredType;
import dev.vigia.connect.row.Column;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A payload of JSON: an object is a reading, an array is several. Fields that no column names are passed over. Any thread. */
public final class JsonPayload implements Payload {

    /** A payload of more readings is refused as a whole: no Kafka transaction could take them all in time. */
    static final int MOST_READINGS = 10_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxNumberLength(1_000)
                    .maxNameLength(5_000)
                    .maxStringLength(4 << 20)
                    .build())
            // Read as what they are, to be refused as what they are.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // Names come from outside: interning them would keep every one for ever.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final List<Column> columns;
    private final JsonFields fields;

    /** Columns are named as the fields are; of an object within an object, {@code outer.inner}. */
    public JsonPayload(Map<String, DeclaredType> types) {
        this.columns = types.entrySet().stream()
                .map(type -> new Column(
                        type.getKey(), type.getValue().type(), type.getValue().declared()))
                .toList();
        this.fields = JsonFields.of(types);
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public List<Part> parts(byte[] payload, int offset, int width) throws UnreadableException {
        if (payload.length == 0) {
            throw new UnreadableException("empty", "the message has no payload");
        }
        try (var parser = JSON.createParser(payload)) {
            var parts = new Reading(parser, payload, offset, width).all();
            if (parser.nextToken() != null) {
                throw new UnreadableException("unreadable", "something follows the JSON value");
            }
            return parts;
        } catch (StreamConstraintsException e) {
            throw new UnreadableException("too-large", Cells.cut(e.getOriginalMessage()));
        } catch (JsonProcessingException e) {
            throw new UnreadableException("unreadable", "is not JSON: " + Cells.cut(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UnreadableException("unreadable", "is not JSON: " + Cells.cut(String.valueOf(e.getMessage())));
        }
    }

    /** One pass over one payload. */
    private final class Reading {

        private final JsonParser parser;
        private final byte[] payload;
        private final int offset;
        private final int width;

        Reading(JsonParser parser, byte[] payload, int offset, int width) {
            this.parser = parser;
            this.payload = payload;
            this.offset = offset;
            this.width = width;
        }

        List<Part> all() throws IOException, UnreadableException {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return List.of(part(ByteBuffer.wrap(payload), 0));
            }
            var parts = new ArrayList<Part>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parts.size() == MOST_READINGS) {
                    throw new UnreadableException("too-large", "holds more than " + MOST_READINGS + " readings");
                }
                parts.add(element(parts.size() + 1));
            }
            if (parts.isEmpty()) {
                throw new UnreadableException("empty", "the array holds no reading");
            }
            return parts;
        }

        private Part element(int number) throws IOException {
            int start = (int) parser.currentTokenLocation().getByteOffset();
            var part = part(ByteBuffer.wrap(payload), number);
            parser.finishToken();
            int end = (int) parser.currentLocation().getByteOffset();
            return new Part(part.values(), slice(start, end), number, part.wrong());
        }

        private Part part(ByteBuffer bytes, int number) throws IOException {
            var values = new @Nullable Object[width];
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return new Part(values, bytes, number, "is no JSON object");
            }
            var twice = fields.read(parser, values, offset);
            return new Part(values, bytes, number, twice == null ? null : "has the field \"" + twice + "\" twice");
        }

        private ByteBuffer slice(int start, int end) {
            return 0 <= start && start <= end && end <= payload.length
                    ? ByteBuffer.wrap(payload, start, end - start).slice()
                    : ByteBuffer.wrap(payload);
        }
    }
}
