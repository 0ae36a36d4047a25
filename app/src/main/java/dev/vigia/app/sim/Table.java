package dev.vigia.app.sim;

import java.util.List;

/** A table of the company: its name with schema, and its columns, of which the first {@code keyColumns} are the primary key. */
public record Table(String name, int keyColumns, List<Column> columns) {

    public Table {
        if (keyColumns < 1 || keyColumns > columns.size()) {
            throw new IllegalArgumentException("table " + name + " needs a primary key among its columns");
        }
        columns = List.copyOf(columns);
    }

    public List<Column> key() {
        return columns.subList(0, keyColumns);
    }
}
