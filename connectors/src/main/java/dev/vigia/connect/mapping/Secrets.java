package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Expression;
import dev.vigia.connect.expression.Expression.Column;
import dev.vigia.connect.row.TableId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The columns whose values must not leave in clear: what is hashed or hidden, and what is compared with that by lookups. */
record Secrets(Map<TableId, Set<String>> columns) {

    static Secrets of(List<RecordSpec> records) {
        var secrets = new Secrets(new TreeMap<>());
        for (var record : records) {
            record.hidden().forEach(column -> secrets.add(record.from(), column));
            record.expressions()
                    .forEach(expression ->
                            Known.hashed(expression, column -> secrets.add(Tables.of(record, column), column.name())));
            record.lookups().forEach(secrets::addHashed);
        }
        while (records.stream().anyMatch(secrets::spread)) {
            // Each round finds columns that are compared with what the round before found; there are only so many.
        }
        return secrets;
    }

    Set<String> of(TableId table) {
        return columns.getOrDefault(table, Set.of());
    }

    private boolean add(@Nullable TableId table, String column) {
        return table != null
                && columns.computeIfAbsent(table, any -> new TreeSet<>()).add(column);
    }

    /** In the list that a lookup fills, a column is one of the rows found. */
    private void addHashed(LookupSpec lookup) {
        if (lookup.all() != null) {
            lookup.all()
                    .fields()
                    .forEach(field -> Known.hashed(field.expression(), column -> add(lookup.from(), column.name())));
        }
    }

    private boolean spread(RecordSpec record) {
        boolean more = false;
        for (var lookup : record.lookups()) {
            for (var pair : lookup.on().entrySet()) {
                if (reads(record, pair.getValue())) {
                    more |= add(lookup.from(), pair.getKey());
                }
                if (of(lookup.from()).contains(pair.getKey())) {
                    more |= addAll(record, pair.getValue());
                }
            }
        }
        return more;
    }

    private boolean addAll(RecordSpec record, Expression expression) {
        var added = new HashSet<String>();
        Known.columns(expression, column -> {
            if (add(Tables.of(record, column), column.name())) {
                added.add(column.name());
            }
        });
        return !added.isEmpty();
    }

    private boolean reads(RecordSpec record, Expression expression) {
        var found = new HashSet<String>();
        Known.columns(expression, column -> {
            if (isSecret(record, column)) {
                found.add(column.name());
            }
        });
        return !found.isEmpty();
    }

    private boolean isSecret(RecordSpec record, Column column) {
        var table = Tables.of(record, column);
        return table != null && of(table).contains(column.name());
    }

    /** Notes every place where a hashed column would leave in clear. */
    void refuseInClear(List<RecordSpec> records, Problems problems) {
        for (var record : records) {
            record.key().forEach(part -> refuse(record, part, record.keyLine(), "key", problems));
            record.fields()
                    .forEach(field -> refuse(
                            record,
                            field.expression(),
                            field.line(),
                            field.type().name(),
                            problems));
            for (var lookup : record.lookups()) {
                refuseInClear(lookup, problems);
            }
        }
    }

    private void refuse(RecordSpec record, Expression expression, int line, String about, Problems problems) {
        Known.clear(expression, column -> {
            if (isSecret(record, column)) {
                problems.add(line, about, inClear(column));
            }
        });
    }

    private void refuseInClear(LookupSpec lookup, Problems problems) {
        var list = lookup.all();
        if (list != null) {
            list.fields()
                    .forEach(field -> Known.clear(field.expression(), column -> {
                        if (column.lookup() == null && of(lookup.from()).contains(column.name())) {
                            problems.add(field.line(), field.type().name(), inClear(column));
                        }
                    }));
        }
    }

    private static String inClear(Column column) {
        return "column \"" + column.name()
                + "\" is hashed or hidden, or compared with what is, and would leave in clear here:" + " write hash("
                + column.name() + "), or leave it out";
    }
}
