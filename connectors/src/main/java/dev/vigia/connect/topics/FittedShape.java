package dev.vigia.connect.topics;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableShape;
import dev.vigia.connect.row.Unusable;
import org.jspecify.annotations.Nullable;

/** Rows of an earlier or later shape of a table, seen through the one that rules are bound to. */
final class FittedShape {

    private FittedShape() {}

    /** The columns of a shape that another has, too. */
    static TableShape part(TableShape shape, TableShape other) {
        var columns = shape.columns().stream()
                .filter(column -> other.has(column.name()))
                .toList();
        var key = shape.primaryKey().stream().filter(other::has).toList();
        return new TableShape(shape.table(), columns, key);
    }

    /** A column of a row, or why it cannot be used. */
    static @Nullable Object value(Row row, Column column) {
        if (!row.shape().has(column.name())) {
            return new Unusable("", "missing-column", "column \"" + column.name() + "\" was not in the table then");
        }
        var came = row.shape().column(column.name());
        var value = row.get(column.name());
        if (value == null || value instanceof Unusable || came.type() == column.type()) {
            return value;
        }
        return new Unusable(
                value.toString(),
                "wrong-type",
                "column \"" + column.name() + "\" was " + came.declared() + " then and is " + column.declared());
    }
}
