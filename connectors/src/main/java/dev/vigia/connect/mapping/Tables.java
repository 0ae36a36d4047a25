package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Expression;
import dev.vigia.connect.expression.Expression.Column;
import dev.vigia.connect.row.TableId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which columns of which tables the records of a mapping name. */
record Tables(Map<TableId, Set<String>> columns) {

    static Tables of(List<RecordSpec> records) {
        var tables = new Tables(new TreeMap<>());
        records.forEach(tables::add);
        return tables;
    }

    /** The table of a column in an expression of a record; null where its lookup does not exist. */
    static @Nullable TableId of(RecordSpec record, Column column) {
        var name = column.lookup();
        if (name == null) {
            return record.from();
        }
        var lookup = record.lookup(name);
        return lookup == null ? null : lookup.from();
    }

    private void add(RecordSpec record) {
        table(record.from());
        record.key().forEach(part -> add(record, part));
        add(record, record.where());
        record.fields().forEach(field -> add(record, field.expression()));
        record.lookups().forEach(lookup -> add(record, lookup));
    }

    private void add(RecordSpec record, LookupSpec lookup) {
        var columns = table(lookup.from());
        columns.addAll(lookup.on().keySet());
        lookup.on().values().forEach(expression -> add(record, expression));
        if (lookup.newest() != null) {
            columns.add(lookup.newest());
        }
        var list = lookup.all();
        if (list != null) {
            list.fields()
                    .forEach(field -> Known.columns(field.expression(), column -> {
                        var table = column.lookup() == null ? lookup.from() : of(record, column);
                        if (table != null) {
                            table(table).add(column.name());
                        }
                    }));
        }
    }

    private void add(RecordSpec record, @Nullable Expression expression) {
        Known.columns(expression, column -> {
            var table = of(record, column);
            if (table != null) {
                table(table).add(column.name());
            }
        });
    }

    private Set<String> table(TableId table) {
        return columns.computeIfAbsent(table, any -> new TreeSet<>());
    }
}
