package dev.vigia.connect.mapping;

import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rows in memory, and what a rule makes of them: as capture does it, in the simplest way. */
final class Database {

    private final Map<TableId, List<Row>> tables = new HashMap<>();

    Database add(Row... rows) {
        for (var row : rows) {
            tables.computeIfAbsent(row.shape().table(), any -> new ArrayList<>())
                    .add(row);
        }
        return this;
    }

    List<Row> rows(TableId table) {
        return tables.getOrDefault(table, List.of());
    }

    /** What a rule makes of all rows of its table. */
    Stream<Made> made(Rule rule) {
        return rows(rule.from()).stream().map(row -> rule.make(row, found(rule, row)));
    }

    /** The records of a rule; anything else fails. */
    <T> List<T> records(Rule rule, Class<T> type) {
        return made(rule)
                .map(made -> {
                    if (!(made instanceof Made.Mapped mapped)) {
                        throw new AssertionError("not mapped: " + made);
                    }
                    return type.cast(mapped.value());
                })
                .toList();
    }

    private Found found(Rule rule, Row row) {
        var found = Found.nothing();
        for (var lookup : rule.lookups()) {
            var wanted = lookup.wanted(row, found);
            var rows = rows(lookup.table()).stream()
                    .filter(candidate -> wanted != null && wanted.equals(lookup.offered(candidate)))
                    .toList();
            found = found.and(lookup, rows);
        }
        return found;
    }
}
