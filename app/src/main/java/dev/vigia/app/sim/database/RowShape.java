package dev.vigia.app.sim.database;

import dev.vigia.app.sim.Column;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changes have in common that can go in one batch: one statement serves them all. */
record RowShape(RowChange.Kind kind, Table table, List<Column> columns) {

    static RowShape of(RowChange change) {
        return new RowShape(change.kind(), change.table(), change.columns());
    }

    String sql() {
        return switch (kind) {
            case INSERT ->
                "insert into " + table.name() + " (" + names(columns, "%s", ", ") + ") values ("
                        + names(columns, "?", ", ") + ")";
            case UPDATE -> "update " + table.name() + " set " + names(changed(), "%s = ?", ", ") + where();
            case DELETE -> "delete from " + table.name() + where();
        };
    }

    List<Column> parameters() {
        return switch (kind) {
            case INSERT -> columns;
            case UPDATE ->
                Stream.concat(changed().stream(), table.key().stream()).toList();
            case DELETE -> table.key();
        };
    }

    private List<Column> changed() {
        var changed = new ArrayList<>(columns);
        changed.removeAll(table.key());
        return changed;
    }

    private String where() {
        return " where " + names(table.key(), "%s = ?", " and ");
    }

    private static String names(List<Column> columns, String form, String between) {
        return columns.stream().map(c -> form.formatted(c.name())).collect(Collectors.joining(between));
    }
}
