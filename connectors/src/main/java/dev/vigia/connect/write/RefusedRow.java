package dev.vigia.connect.write;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.Unusable;
import dev.vigia.schemas.Position;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row as a dead letter shows it: the columns that the mapping names, without those that must not be shown. */
public final class RefusedRow {

    private RefusedRow() {}

    /** Where a row came from: its table and primary key, and the row. */
    public static Origin origin(Row row, Set<String> hidden, Position position) {
        return Origin.of(row.shape().table() + key(row, hidden) + " at " + position, null, json(row, hidden));
    }

    /** The row as JSON. */
    public static String json(Row row, Set<String> hidden) {
        var json = JsonNodeFactory.instance.objectNode();
        for (var column : row.shape().columns()) {
            if (!hidden.contains(column.name())) {
                put(json, column.name(), row.get(column.name()));
            }
        }
        return json.toString();
    }

    /** The primary key in words. */
    public static String key(Row row, Set<String> hidden) {
        var words = new StringBuilder();
        for (var column : row.shape().primaryKey()) {
            var value = hidden.contains(column) ? "(hidden)" : text(row.get(column));
            words.append(words.isEmpty() ? " " : ", ")
                    .append(column)
                    .append('=')
                    .append(value);
        }
        return words.toString();
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
