package dev.vigia.connect.csv;

import dev.vigia.connect.csv.text.Line;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.write.Ready;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line, and what it comes to.
 *
 * @param fields null where they cannot be told apart
 * @param broken why its fields are no row; null where they are one
 * @param outputs to be written; what the line before said too is left out
 * @param mapped whether a record holds because of it
 * @param blank whether no field holds anything
 */
@SuppressWarnings("ArrayRecordComponent") // Lines come by the million, and nobody compares them.
record MappedLine(
        Line line,
        String @Nullable [] fields,
        @Nullable Refusal broken,
        List<Ready> outputs,
        boolean mapped,
        boolean blank) {}
