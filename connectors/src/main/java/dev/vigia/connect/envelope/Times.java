package dev.vigia.connect.envelope;

import dev.vigia.connect.row.Unusable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.function.Supplier;

/**
 * Dates and times as Debezium writes them. PostgreSQL's infinity comes as a moment that PostgreSQL itself could not
 * name; it becomes {@link Unusable}.
 */
final class Times {

    /** PostgreSQL's own last and first years. */
    private static final long LAST_YEAR = 5_874_897;

    private static final long FIRST_YEAR = -4_713;

    /** The last year of a PostgreSQL timestamp. */
    private static final long LAST_TIMESTAMP_YEAR = 294_276;

    /** What PostgreSQL's driver has in place of infinity, in whatever unit Debezium then passes it on. */
    private static final long DRIVERS_INFINITY = 9_223_372_036_825_200_000L;

    private static final long DRIVERS_MINUS_INFINITY = -9_223_372_036_832_400_000L;

    private Times() {}

    static Object epochDays(Object value) {
        long days = ((Number) value).longValue();
        return finite(LAST_YEAR, value, () -> LocalDate.ofEpochDay(days));
    }

    static Object isoDate(Object value) {
        return finite(LAST_YEAR, value, () -> LocalDate.parse(withoutZone(value)));
    }

    static Object connectDate(Object value) {
        return LocalDate.ofInstant(((Date) value).toInstant(), ZoneOffset.UTC);
    }

    /** PostgreSQL's 24:00:00 is one nanosecond more than Java has. */
    static Object timeOfDay(Object value, long nanosOfUnit) {
        return readable(
                value, () -> LocalTime.ofNanoOfDay(Math.multiplyExact(((Number) value).longValue(), nanosOfUnit)));
    }

    static Object isoTime(Object value) {
        return readable(value, () -> LocalTime.parse(withoutZone(value)));
    }

    static Object connectTime(Object value) {
        return LocalTime.ofInstant(((Date) value).toInstant(), ZoneOffset.UTC);
    }

    static Object localTimestamp(Object value, long unitsOfSecond) {
        long units = ((Number) value).longValue();
        if (units >= DRIVERS_INFINITY || units <= DRIVERS_MINUS_INFINITY) {
            return infinite(value);
        }
        long nanos = Math.floorMod(units, unitsOfSecond) * (1_000_000_000 / unitsOfSecond);
        long seconds = Math.floorDiv(units, unitsOfSecond);
        return finite(
                LAST_TIMESTAMP_YEAR, value, () -> LocalDateTime.ofEpochSecond(seconds, (int) nanos, ZoneOffset.UTC));
    }

    static Object isoLocalTimestamp(Object value) {
        return finite(LAST_TIMESTAMP_YEAR, value, () -> LocalDateTime.parse(withoutZone(value)));
    }

    static Object connectTimestamp(Object value) {
        return LocalDateTime.ofInstant(((Date) value).toInstant(), ZoneOffset.UTC);
    }

    static Object zonedTimestamp(Object value) {
        var text = (String) value;
        if (text.equals("infinity") || text.equals("-infinity")) {
            return infinite(value);
        }
        var moment = finite(LAST_TIMESTAMP_YEAR, value, () -> OffsetDateTime.parse(text));
        return moment instanceof OffsetDateTime known ? known.toInstant() : moment;
    }

    private static Object finite(long lastYear, Object value, Supplier<? extends Temporal> reading) {
        var read = readable(value, reading);
        if (read instanceof Temporal temporal) {
            long year = temporal.getLong(ChronoField.YEAR);
            return year > lastYear || year < FIRST_YEAR ? infinite(value) : read;
        }
        return read;
    }

    private static Object readable(Object value, Supplier<? extends Temporal> reading) {
        try {
            return reading.get();
        } catch (DateTimeException | ArithmeticException e) {
            return new Unusable(
                    value.toString(), "wrong-type", "\"" + value + "\" is no date or time: " + e.getMessage());
        }
    }

    private static Unusable infinite(Object value) {
        return new Unusable(value.toString(), "infinite", "the date or time is infinite");
    }

    /** Debezium's ISO texts of local dates and times end in a zone that means nothing. */
    private static String withoutZone(Object value) {
        var text = (String) value;
        return text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
    }
}
