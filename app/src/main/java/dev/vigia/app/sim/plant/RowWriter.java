package dev.vigia.app.sim.plant;

import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.RowChange.Kind;
import dev.vigia.app.sim.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes rows of one table. */
record RowWriter(Table table) {

    /** All values, in the order of the columns. */
    RowChange insert(Instant at, @Nullable Object... values) {
        if (values.length != table.columns().size()) {
            throw new IllegalArgumentException(
                    table.name() + " has " + table.columns().size() + " columns");
        }
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (var index = 0; index < values.length; index++) {
            row.put(table.columns().get(index).name(), values[index]);
        }
        return new RowChange(at, table, Kind.INSERT, row);
    }

    /** The key and what has changed. */
    RowChange update(Instant at, Map<String, @Nullable Object> values) {
        return new RowChange(at, table, Kind.UPDATE, values);
    }
}
