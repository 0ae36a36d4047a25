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
 * @param outputs to be written; what the line before said too is left out
 * @param refusal why it is refused; null where it is not
 * @param mapped whether a record holds because of it
 * @param blank whether no field holds anything
 */
@SuppressWarnings("ArrayRecordComponent") // Lines come by the million, and nobody compares them.
record MappedLine(
        Line line,
        String @Nullable [] fields,
        List<Ready> outputs,
        @Nullable Refusal refusal,
        boolean mapped,
        boolean blank) {

    static MappedLine blank(Line line) {
        return new MappedLine(line, null, List.of(), null, false, true);
    }

    /** Its fields are no row. */
    static MappedLine broken(Line line, String @Nullable [] fields, Refusal why) {
        return new MappedLine(line, fields, List.of(), why, false, false);
    }

    boolean isBroken() {
        return refusal != null && outputs.isEmpty();
    }
}
