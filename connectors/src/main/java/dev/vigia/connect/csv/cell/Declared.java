package dev.vigia.connect.csv.cell;

import dev.vigia.connect.row.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says of a column, under types:.
 *
 * @param format how its values are written, such as {@code dd/MM/yyyy} or {@code 1.234,56}; null where it does not say
 */
public record Declared(ColumnType type, @Nullable String format) {

    /** What a column is of which the mapping says nothing. */
    public static final Declared TEXT = new Declared(ColumnType.TEXT, null);
}
