package dev.vigia.connect.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a table, in order, and those of its primary key. Two shapes with equal parts are equal. */
public final class TableShape {

    private final TableId table;
    private final List<Column> columns;
    private final List<String> primaryKey;
    private final Map<String, Integer> index = new HashMap<>();

    public TableShape(TableId table, List<Column> columns, List<String> primaryKey) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.primaryKey = List.copyOf(primaryKey);
        for (int i = 0; i < columns.size(); i++) {
            index.put(columns.get(i).name(), i);
        }
    }

    public TableId table() {
        return table;
    }

    public List<Column> columns() {
        return columns;
    }

    public List<String> primaryKey() {
        return primaryKey;
    }

    public boolean has(String column) {
        return index.containsKey(column);
    }

    /** The place of a column, which must be there. */
    public int indexOf(String column) {
        var place = index.get(column);
        if (place == null) {
            throw new IllegalArgumentException("column \"" + column + "\" is not in " + table);
        }
        return place;
    }

    public Column column(String name) {
        return columns.get(indexOf(name));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableShape that
                && table.equals(that.table)
                && columns.equals(that.columns)
                && primaryKey.equals(that.primaryKey);
    }

    @Override
    public int hashCode() {
        return table.hashCode() * 31 + columns.hashCode();
    }

    @Override
    public String toString() {
        return table + columns.toString();
    }
}
