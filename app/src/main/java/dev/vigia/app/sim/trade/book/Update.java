package dev.vigia.app.sim.trade.book;

import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.RowChange.Kind;
import dev.vigia.app.sim.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An update of one row while it is being written: which row, and what changes in it. */
public final class Update {

    private final Table table;
    private final Map<String, @Nullable Object> values;

    private Update(Table table, Map<String, @Nullable Object> key) {
        this.table = table;
        this.values = new LinkedHashMap<>(key);
    }

    /** Of the row with this key, its columns in order. */
    public static Update of(Table table, Object... key) {
        return new Update(table, Rows.byPosition(table.key(), key));
    }

    public Update set(String column, Object value) {
        values.put(column, value);
        return this;
    }

    public RowChange at(Instant at) {
        return Rows.change(at, table, Kind.UPDATE, values);
    }
}
