package dev.vigia.connect.envelope;

import org.jspecify.annotations.Nullable;

/** Turns a value that is not null, as Kafka Connect has it, into what a row has. */
@FunctionalInterface
interface ColumnReader {

    /** The value in the type of its column, or {@link dev.vigia.connect.row.Unusable}. */
    @Nullable
    Object read(Object value);
}
