package dev.vigia.app.sim.trade.book;

import dev.vigia.app.sim.Column;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.RowChange.Kind;
import dev.vigia.app.sim.Table;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes row changes down by position, as the table lists its columns. */
public final class Rows {

    private Rows() {}

    public static RowChange insert(Instant at, Table table, @Nullable Object... values) {
        return change(at, table, Kind.INSERT, byPosition(table.columns(), values));
    }

    public static RowChange delete(Instant at, Table table, Object... key) {
        return change(at, table, Kind.DELETE, byPosition(table.key(), key));
    }

    static RowChange change(Instant at, Table table, Kind kind, Map<String, @Nullable Object> values) {
        return new RowChange(at, table, kind, Collections.unmodifiableMap(values));
    }

    static Map<String, @Nullable Object> byPosition(List<Column> columns, @Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns);
        }
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (int place = 0; place < values.length; place++) {
            row.put(columns.get(place).name(), values[place]);
        }
        return row;
    }
}
