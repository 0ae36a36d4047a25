package dev.vigia.connect.envelope;

import dev.vigia.connect.row.ColumnType;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** Finds the reader that makes a value of a column's type from the Connect type that came; by Debezium's names for both. */
final class ColumnReaders {

    /** Debezium's name for the type in the source, where it was asked to tell it. */
    private static final String SOURCE_TYPE = "__debezium.source.column.type";

    /** PostgreSQL's {@code char(n)}. */
    private static final String FILLED = "BPCHAR";

    private static final Set<String> NUMBERS_AS_TEXT = Set.of("NUMERIC", "DECIMAL", "MONEY");

    private static final Map<String, ColumnReader> DATES = Map.of(
            "io.debezium.time.Date", Times::epochDays,
            "io.debezium.time.IsoDate", Times::isoDate,
            "org.apache.kafka.connect.data.Date", Times::connectDate);

    private static final Map<String, ColumnReader> TIMES = Map.of(
            "io.debezium.time.Time", value -> Times.timeOfDay(value, 1_000_000),
            "io.debezium.time.MicroTime", value -> Times.timeOfDay(value, 1_000),
            "io.debezium.time.NanoTime", value -> Times.timeOfDay(value, 1),
            "io.debezium.time.IsoTime", Times::isoTime,
            "org.apache.kafka.connect.data.Time", Times::connectTime);

    private static final Map<String, ColumnReader> LOCAL_TIMESTAMPS = Map.of(
            "io.debezium.time.Timestamp", value -> Times.localTimestamp(value, 1_000),
            "io.debezium.time.MicroTimestamp", value -> Times.localTimestamp(value, 1_000_000),
            "io.debezium.time.NanoTimestamp", value -> Times.localTimestamp(value, 1_000_000_000),
            "io.debezium.time.IsoTimestamp", Times::isoLocalTimestamp,
            "org.apache.kafka.connect.data.Timestamp", Times::connectTimestamp);

    private static final Map<String, ColumnReader> INSTANTS =
            Map.of("io.debezium.time.ZonedTimestamp", Times::zonedTimestamp);

    private ColumnReaders() {}

    /** The reader from what came to what is wanted; null where the one cannot be read as the other. */
    static @Nullable ColumnReader find(Schema came, ColumnType wanted) {
        return switch (wanted) {
            case BOOLEAN -> came.type() == Schema.Type.BOOLEAN ? value -> value : null;
            case NUMBER -> number(came);
            case TEXT -> text(came);
            case DATE -> named(DATES, came);
            case TIME -> named(TIMES, came);
            case LOCAL_TIMESTAMP -> named(LOCAL_TIMESTAMPS, came);
            case INSTANT -> named(INSTANTS, came);
            case OTHER -> Numbers::unreadable;
        };
    }

    /** The blanks that fill a {@code char(n)} are no part of its value, as SQL has it too. */
    private static @Nullable ColumnReader text(Schema came) {
        if (came.type() != Schema.Type.STRING) {
            return null;
        }
        return FILLED.equals(told(came)) ? value -> withoutBlanksAtTheEnd((String) value) : value -> value;
    }

    private static String withoutBlanksAtTheEnd(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    private static @Nullable ColumnReader named(Map<String, ColumnReader> readers, Schema came) {
        return came.name() == null ? null : readers.get(came.name());
    }

    private static @Nullable ColumnReader number(Schema came) {
        if (came.name() != null) {
            return namedNumber(came.name());
        }
        return switch (came.type()) {
            case INT8, INT16, INT32, INT64 -> value -> BigDecimal.valueOf(((Number) value).longValue());
            case FLOAT32, FLOAT64 -> Numbers::binary;
            case STRING -> isNumberAsText(came) ? Numbers::text : null;
            default -> null;
        };
    }

    private static @Nullable ColumnReader namedNumber(String name) {
        return switch (name) {
            case "org.apache.kafka.connect.data.Decimal" -> value -> value;
            case "io.debezium.data.VariableScaleDecimal" -> Numbers::variableScale;
            default -> null;
        };
    }

    /** Where the source's type is not told, a column known as a number is one. */
    private static boolean isNumberAsText(Schema came) {
        var told = told(came);
        return told == null || NUMBERS_AS_TEXT.contains(told);
    }

    private static @Nullable String told(Schema came) {
        return came.parameters() == null ? null : came.parameters().get(SOURCE_TYPE);
    }
}
