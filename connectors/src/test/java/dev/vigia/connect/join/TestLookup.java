package dev.vigia.connect.join;

import dev.vigia.connect.mapping.Found;
import dev.vigia.connect.mapping.Lookup;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A lookup made by hand. */
record TestLookup(
        String name,
        TableId table,
        List<String> columns,
        BiFunction<Row, Found, @Nullable List<Object>> from,
        @Nullable String newest,
        UnaryOperator<List<Row>> picks)
        implements Lookup {

    @Override
    public @Nullable List<Object> wanted(Row row, Found found) {
        return from.apply(row, found);
    }

    @Override
    public List<Row> pick(List<Row> rows) {
        return picks.apply(rows);
    }
}
