package dev.vigia.connect.capture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.Unusable;
import dev.vigia.connect.write.Origin;
import dev.vigia.schemas.Position;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row as a dead letter shows it: JSON, without the columns that must not be shown. */
final class RowText {

    private RowText() {}

    static Origin origin(Row row, Set<String> hidden, Position position) {
        var words = row.shape().table() + key(row, hidden) + " at " + position;
        return Origin.of(words, null, json(row, hidden));
    }

    private static String key(Row row, Set<String> hidden) {
        var key = new StringBuilder();
        for (var column : row.shape().primaryKey()) {
            var shown = hidden.contains(column) ? "(hidden)" : text(row.get(column));
            key.append(key.isEmpty() ? " " : ", ").append(column).append('=').append(shown);
        }
        return key.toString();
    }

    private static String json(Row row, Set<String> hidden) {
        var json = JsonNodeFactory.instance.objectNode();
        for (var column : row.shape().columns()) {
            if (!hidden.contains(column.name())) {
                put(json, column.name(), row.get(column.name()));
            }
        }
        return json.toString();
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value == null) {
            json.putNull(name);
        } else if (value instanceof Boolean truth) {
            json.put(name, truth);
        } else if (value instanceof BigDecimal number) {
            json.put(name, number);
        } else {
            json.put(name, text(value));
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof Unusable unusable ? unusable.text() : String.valueOf(value);
    }
}
