package dev.vigia.connect.row;

import org.jspecify.annotations.Nullable;

/**
 * One change of one row.
 *
 * @param before the row before; where the source says no more, only its primary key, or null
 * @param after the row after; null where it is gone
 */
public record RowChange(
        TableId table,
        Operation operation,
        @Nullable Row before,
        @Nullable Row after) {

    /** What happened to the row. */
    public enum Operation {
        /** It was there when a snapshot was taken. */
        READ,
        INSERT,
        UPDATE,
        DELETE
    }
}
