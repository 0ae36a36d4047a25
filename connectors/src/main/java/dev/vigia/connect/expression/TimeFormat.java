package dev.vigia.connect.expression;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How dates and times are written. Where nothing else is said: as ISO has it, with T or a blank before the time. */
final class TimeFormat {

    private static final TimeFormat ISO = new TimeFormat(
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .optionalStart()
                    .appendPattern("['T'][' ']")
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .optionalStart()
                    .appendPattern("[XXX][XX][X]")
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT),
            null);

    private final DateTimeFormatter formatter;
    private final @Nullable String pattern;

    private TimeFormat(DateTimeFormatter formatter, @Nullable String pattern) {
        this.formatter = formatter;
        this.pattern = pattern;
    }

    /** The format of a pattern such as {@code dd/MM/yyyy HH:mm}; of null, ISO. */
    static TimeFormat of(@Nullable String pattern) {
        if (pattern == null) {
            return ISO;
        }
        try {
            return new TimeFormat(
                    DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                            .withResolverStyle(ResolverStyle.STRICT),
                    pattern);
        } catch (IllegalArgumentException e) {
            throw new WrongExpressionException("\"" + pattern + "\" is not a pattern of dates or times ("
                    + e.getMessage() + "). Write one such as dd/MM/yyyy HH:mm:ss.");
        }
    }

    /** The pattern in Java's letters; null for ISO. */
    @Nullable
    String pattern() {
        return pattern;
    }

    boolean isIso() {
        return pattern == null;
    }

    /** A date, a date with time, or a moment. */
    TemporalAccessor best(String text) {
        return formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    }

    LocalDate date(String text) {
        return LocalDate.from(best(text));
    }

    LocalTime time(String text) {
        return pattern == null ? LocalTime.parse(text) : LocalTime.from(formatter.parse(text));
    }

    /** A date without time is its first moment. */
    LocalDateTime dateTime(String text) {
        var read = best(text);
        if (read instanceof OffsetDateTime) {
            throw new DateTimeException("it has a zone");
        }
        return read instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) read;
    }

    /** What has no zone is in UTC. */
    Instant instant(String text) {
        var read = best(text);
        return read instanceof OffsetDateTime moment
                ? moment.toInstant()
                : dateTime(text).toInstant(ZoneOffset.UTC);
    }
}
