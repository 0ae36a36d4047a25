package dev.vigia.connect.mapping;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table for tests, from a line that reads like DDL; an exclamation mark makes a column part of the primary key. */
record Table(TableShape shape) {

    static Table of(String name, String columns) {
        var all = new ArrayList<Column>();
        var key = new ArrayList<String>();
        for (var text : columns.strip().split("\\s*,(?![0-9])\\s*", -1)) {
            var parts = text.strip().split("\\s+", 2);
            var column = parts[0].replace("!", "");
            all.add(new Column(column, type(parts[1]), parts[1]));
            if (parts[0].endsWith("!")) {
                key.add(column);
            }
        }
        return new Table(new TableShape(TableId.parse(name), all, key));
    }

    private static ColumnType type(String declared) {
        var name = declared.toLowerCase(Locale.ROOT).replaceAll("\\(.*", "");
        return switch (name) {
            case "boolean" -> ColumnType.BOOLEAN;
            case "date" -> ColumnType.DATE;
            case "time" -> ColumnType.TIME;
            case "timestamp" -> ColumnType.LOCAL_TIMESTAMP;
            case "timestamptz" -> ColumnType.INSTANT;
            case "bytea" -> ColumnType.OTHER;
            default ->
                name.matches("(big|small)?int(eger)?|numeric|double precision|real")
                        ? ColumnType.NUMBER
                        : ColumnType.TEXT;
        };
    }

    /** A row with the values in the order of the columns. */
    Row row(@Nullable Object... values) {
        return new Row(shape, values);
    }

    /** The same table with some of its columns only. */
    Table only(String... columns) {
        var kept = Arrays.asList(columns);
        return new Table(new TableShape(
                shape.table(),
                shape.columns().stream()
                        .filter(column -> kept.contains(column.name()))
                        .toList(),
                shape.primaryKey()));
    }

    static Map<TableId, TableShape> shapes(Table... tables) {
        return shapes(List.of(tables));
    }

    static Map<TableId, TableShape> shapes(List<Table> tables) {
        return tables.stream().collect(Collectors.toMap(table -> table.shape().table(), Table::shape));
    }
}
