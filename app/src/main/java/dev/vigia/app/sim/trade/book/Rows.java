package dev.vigia.app.sim.trade.book;

import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.RowChange.Kind;
import dev.vigia.app.sim.Table;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes row changes down: inserts by position, as the table lists its columns, updates and deletes by name. */
public final class Rows {

    private Rows() {}

    public static RowChange insert(Instant at, Table table, @Nullable Object... values) {
        var columns = table.columns();
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    table.name() + " has " + columns.size() + " columns, not " + values.length);
        }
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < values.length; i++) {
            row.put(columns.get(i).name(), values[i]);
        }
        return change(at, table, Kind.INSERT, row);
    }

    /** An update of the key and what changed: a name, its value, the next name, its value. */
    public static RowChange update(Instant at, Table table, Object... namesAndValues) {
        return change(at, table, Kind.UPDATE, named(namesAndValues));
    }

    /** A deletion by the key: a name, its value, the next name, its value. */
    public static RowChange delete(Instant at, Table table, Object... namesAndValues) {
        return change(at, table, Kind.DELETE, named(namesAndValues));
    }

    private static Map<String, @Nullable Object> named(Object... namesAndValues) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    private static RowChange change(Instant at, Table table, Kind kind, Map<String, @Nullable Object> row) {
        return new RowChange(at, table, kind, Collections.unmodifiableMap(row));
    }
}
