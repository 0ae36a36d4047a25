package dev.vigia.connect.csv.cell;

import dev.vigia.connect.row.Unusable;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one column. Any thread. */
public interface Cells {

    /** The value of a cell; null where it is empty, {@link Unusable} where it is no value of this column. */
    @Nullable
    Object read(String cell);
}
