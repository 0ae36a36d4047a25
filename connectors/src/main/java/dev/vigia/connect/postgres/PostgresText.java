package dev.vigia.connect.postgres;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.YEAR;

import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.Unusable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.util.Locale;

/** Reads values as PostgreSQL writes them under {@code datestyle ISO}: exactly, NaN and infinity included. */
public final class PostgresText {

    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendValue(YEAR, 4, 9, SignStyle.NORMAL)
            .appendLiteral('-')
            .appendValue(MONTH_OF_YEAR, 2)
            .appendLiteral('-')
            .appendValue(DAY_OF_MONTH, 2)
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter TIMESTAMP_WITH_ZONE = new DateTimeFormatterBuilder()
            .append(TIMESTAMP)
            .appendOffset("+HH:mm:ss", "+00")
            .toFormatter(Locale.ROOT);

    private PostgresText() {}

    /** The value in the Java type that the column's type names, or {@link Unusable}. */
    public static Object read(ColumnType type, String text) {
        try {
            return switch (type) {
                case BOOLEAN -> text.equals("t") || text.equals("true");
                case NUMBER -> number(text);
                case TEXT, OTHER -> text;
                case TIME -> LocalTime.parse(text);
                case DATE, LOCAL_TIMESTAMP, INSTANT -> moment(type, text);
            };
        } catch (DateTimeException | NumberFormatException e) {
            return new Unusable(text, "out-of-range", text + " is beyond what can be reckoned with");
        }
    }

    private static Object number(String text) {
        return switch (text) {
            case "NaN" -> new Unusable(text, "not-a-number", "the number is NaN");
            case "Infinity", "-Infinity" -> new Unusable(text, "infinite", "the number is " + text);
            default -> new BigDecimal(text);
        };
    }

    private static Object moment(ColumnType type, String text) {
        if (text.endsWith("infinity")) {
            return new Unusable(text, "infinite", "the date is " + text);
        }
        return switch (type) {
            case DATE -> LocalDate.parse(text, DATE);
            case LOCAL_TIMESTAMP -> LocalDateTime.parse(text, TIMESTAMP);
            default -> OffsetDateTime.parse(text, TIMESTAMP_WITH_ZONE).toInstant();
        };
    }
}
