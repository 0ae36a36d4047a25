package dev.vigia.app.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row inserted, updated or deleted at a moment of business time.
 *
 * @param values by column name: all of them for an insert, the key and what changed for an update, the key for a delete
 */
public record RowChange(Instant at, Table table, Kind kind, Map<String, @Nullable Object> values) {

    /** What is done to the row. */
    public enum Kind {
        INSERT,
        UPDATE,
        DELETE
    }

    /** The values of the primary key, in the order of the table. */
    public List<@Nullable Object> key() {
        var key = new ArrayList<@Nullable Object>();
        table.key().forEach(column -> key.add(values.get(column.name())));
        return key;
    }

    /** The columns that have a value here, in the order of the table. */
    public List<Column> columns() {
        return table.columns().stream()
                .filter(column -> values.containsKey(column.name()))
                .toList();
    }
}
