package dev.vigia.connect.capture;

import dev.vigia.connect.row.TableId;
import io.debezium.DebeziumException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value that ended the engine because Debezium cannot convert it; else it would have become a null in silence.
 *
 * @param type as the source names it
 */
record UnconvertedValue(TableId table, String column, String type) {

    /** The engine says it in words only. */
    private static final Pattern WORDS =
            Pattern.compile("Failed to properly convert data value for '([^.]+)\\.([^.]+)\\.(.+)' of type (.+)");

    /** What is to blame for the end of the engine; empty where it is something else. */
    static Optional<UnconvertedValue> find(Throwable end) {
        for (Throwable cause = end; cause != null; cause = cause.getCause()) {
            var said = WORDS.matcher(String.valueOf(cause.getMessage()));
            if (cause instanceof DebeziumException && said.matches()) {
                var table = new TableId(said.group(1), said.group(2));
                return Optional.of(new UnconvertedValue(table, said.group(3), said.group(4)));
            }
        }
        return Optional.empty();
    }

    String words() {
        return "a value of its column \"" + column + "\" of type " + type + " cannot be read from the log";
    }

    /** Of a snapshot nothing can be left out: it would retract what is there. */
    CaptureRefusedException refusal() {
        return new CaptureRefusedException(table + ": a value of column \"" + column + "\" of type " + type
                + " cannot be read. Correct the value or leave the column out of the mapping, then start again.");
    }
}
