package dev.vigia.connect.row;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row: a value for each column of its shape, in the Java type that {@link ColumnType} names, null, or
 * {@link Unusable}. Rows are not changed once made.
 */
public final class Row {

    private final TableShape shape;
    private final @Nullable Object[] values;

    public Row(TableShape shape, @Nullable Object[] values) {
        if (values.length != shape.columns().size()) {
            throw new IllegalArgumentException(values.length + " values for " + shape);
        }
        this.shape = shape;
        this.values = values;
    }

    public TableShape shape() {
        return shape;
    }

    public @Nullable Object get(int column) {
        return values[column];
    }

    public @Nullable Object get(String column) {
        return values[shape.indexOf(column)];
    }

    /** The values of the primary key, in its order. */
    public List<@Nullable Object> primaryKey() {
        return shape.primaryKey().stream().<@Nullable Object>map(this::get).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row that && shape.equals(that.shape) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return shape.table() + Arrays.toString(values);
    }
}
