package dev.vigia.connect.expression;

import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.Unusable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the text of a column is to be read, where its source gives nothing but text. Without state; any thread. */
public final class DeclaredType {

    private static final Map<String, ColumnType> NAMES = new TreeMap<>(Map.of(
            "number", ColumnType.NUMBER,
            "numeric", ColumnType.NUMBER,
            "text", ColumnType.TEXT,
            "boolean", ColumnType.BOOLEAN,
            "date", ColumnType.DATE,
            "time", ColumnType.TIME,
            "timestamp", ColumnType.LOCAL_TIMESTAMP,
            "timestamptz", ColumnType.INSTANT));

    /** Of which so many are a second, where a time is written as a number. */
    private static final Map<String, Long> UNITS =
            Map.of("millis", 1_000L, "micros", 1_000_000L, "nanos", 1_000_000_000L);

    /** Reads text that is not blank. */
    private interface Reader {
        Object read(String text);
    }

    private final ColumnType type;
    private final String declared;
    private final Reader reader;

    private DeclaredType(ColumnType type, String declared, Reader reader) {
        this.type = type;
        this.declared = declared;
        this.reader = reader;
    }

    /**
     * Reads {@code number 1.234,56}: the name of a type, and how it is written. {@code numeric(18,2)} and {@code timestamp
     * micros} say how change events in JSON without schema write it.
     */
    public static DeclaredType parse(String text) {
        var parts = text.strip().split("\\s+", 2);
        var name = parts[0].replaceFirst("^(?i)numeric\\(\\d+(,\\d+)?\\)$", "numeric")
                .toLowerCase(Locale.ROOT);
        var type = NAMES.get(name);
        if (type == null) {
            throw new WrongExpressionException(
                    "\"" + parts[0] + "\" is not a type. " + Names.hint(name, NAMES.keySet()));
        }
        return new DeclaredType(type, text.strip(), reader(type, parts.length > 1 ? parts[1] : null));
    }

    public ColumnType type() {
        return type;
    }

    /** As the mapping has it: {@code date dd/MM/yyyy}. */
    public String declared() {
        return declared;
    }

    /** Whether the mapping says how it is written: {@code number 1.234,56}. */
    public boolean hasFormat() {
        return declared.indexOf(' ') >= 0;
    }

    /** The value that a text stands for: null where it is empty, {@link Unusable} where it is none of this type. */
    public @Nullable Object read(@Nullable String text) {
        if (text == null || (type != ColumnType.TEXT && text.isBlank())) {
            return null;
        }
        try {
            return type == ColumnType.TEXT ? text : reader.read(text.strip());
        } catch (RefusedException e) {
            return new Unusable(text, e.reason(), e.detail());
        } catch (DateTimeException e) {
            return new Unusable(text, Reason.UNREADABLE.code(), "it is not of type " + declared);
        }
    }

    private static Reader reader(ColumnType type, @Nullable String format) {
        if (format != null && List.of(ColumnType.TEXT, ColumnType.BOOLEAN).contains(type)) {
            throw new WrongExpressionException("a " + type.name().toLowerCase(Locale.ROOT) + " has no format");
        }
        if (format != null && UNITS.containsKey(format)) {
            return units(type, Objects.requireNonNull(UNITS.get(format)));
        }
        return switch (type) {
            case NUMBER -> format == null ? NumberFormat.PLAIN::read : NumberFormat.parse(format)::read;
            case BOOLEAN -> DeclaredType::truth;
            case DATE -> TimeFormat.of(format)::date;
            case TIME -> TimeFormat.of(format)::time;
            case LOCAL_TIMESTAMP -> TimeFormat.of(format)::dateTime;
            case INSTANT -> TimeFormat.of(format)::instant;
            default -> text -> text;
        };
    }

    private static Reader units(ColumnType type, long ofSecond) {
        return switch (type) {
            case TIME -> text -> LocalTime.ofNanoOfDay(number(text) * (1_000_000_000 / ofSecond));
            case LOCAL_TIMESTAMP -> text -> LocalDateTime.ofInstant(moment(number(text), ofSecond), ZoneOffset.UTC);
            case INSTANT -> text -> moment(number(text), ofSecond);
            default ->
                throw new WrongExpressionException("a " + type.name().toLowerCase(Locale.ROOT) + " has no such format");
        };
    }

    private static Instant moment(long units, long ofSecond) {
        return Instant.ofEpochSecond(
                Math.floorDiv(units, ofSecond), Math.floorMod(units, ofSecond) * (1_000_000_000 / ofSecond));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new RefusedException(Reason.UNREADABLE, "it is not a whole number");
        }
    }

    private static Object truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "1", "on" -> true;
            case "false", "f", "no", "n", "0", "off" -> false;
            default -> throw new RefusedException(Reason.UNREADABLE, "it is neither true nor false");
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeclaredType that && declared.equals(that.declared);
    }

    @Override
    public int hashCode() {
        return declared.hashCode();
    }

    @Override
    public String toString() {
        return declared;
    }
}
