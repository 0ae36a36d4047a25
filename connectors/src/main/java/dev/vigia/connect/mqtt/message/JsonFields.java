package dev.vigia.connect.mqtt.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.vigia.connect.expression.DeclaredType;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which fields of a JSON object fill which columns, and those of the objects within it. Any thread. */
final class JsonFields {

    /** A field: the place of its column, or -1, and the fields within it. */
    private record Field(
            int column, DeclaredType type, @Nullable JsonFields within) {}

    /** Of a field that is no column. */
    private static final DeclaredType NONE = DeclaredType.parse("text");

    private final Map<String, Field> byName = new HashMap<>();

    private JsonFields() {}

    /** The columns in their order, by name. */
    static JsonFields of(Map<String, DeclaredType> columns) {
        var all = new JsonFields();
        int place = 0;
        for (var column : columns.entrySet()) {
            all.add(column.getKey(), place++, column.getValue());
        }
        return all;
    }

    private void add(String path, int column, DeclaredType type) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            var there = byName.get(path);
            byName.put(path, new Field(column, type, there == null ? null : there.within()));
            return;
        }
        var outer = path.substring(0, dot);
        var there = byName.getOrDefault(outer, new Field(-1, NONE, null));
        var within = Objects.requireNonNullElseGet(there.within(), JsonFields::new);
        within.add(path.substring(dot + 1), column, type);
        byName.put(outer, new Field(there.column(), there.type(), within));
    }

    /** Reads the object at whose beginning the parser stands; says which field was there twice, or null. */
    @Nullable
    String read(JsonParser parser, @Nullable Object[] values, int offset) throws IOException {
        return read(parser, values, offset, new BitSet(values.length));
    }

    private @Nullable String read(JsonParser parser, @Nullable Object[] values, int offset, BitSet seen)
            throws IOException {
        String twice = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var field = byName.get(name);
            parser.nextToken();
            if (field == null) {
                parser.skipChildren();
            } else if (field.within() != null && parser.currentToken() == JsonToken.START_OBJECT) {
                var inner = field.within().read(parser, values, offset, seen);
                twice = twice == null ? inner : twice;
            } else if (field.column() >= 0) {
                int at = offset + field.column();
                twice = seen.get(at) ? name : twice;
                seen.set(at);
                values[at] = value(parser, field.type());
            } else {
                parser.skipChildren();
            }
        }
        return twice;
    }

    private static @Nullable Object value(JsonParser parser, DeclaredType type) throws IOException {
        if (!parser.currentToken().isStructStart()) {
            return Cells.scalar(parser, type);
        }
        var token = parser.currentToken();
        parser.skipChildren();
        return Cells.wrong(token == JsonToken.START_OBJECT ? "an object" : "an array", type.type());
    }
}
