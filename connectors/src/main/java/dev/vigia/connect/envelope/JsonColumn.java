package dev.vigia.connect.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.Unusable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one column from JSON that does not say types, as the mapping declares them and Debezium writes
 * them: dates as days, times as {@code millis}, {@code micros} or {@code nanos} (micros where nothing is declared),
 * decimals as bytes where a scale is declared.
 */
final class JsonColumn {

    private static final Pattern DIGITS = Pattern.compile("\\(\\s*\\d+\\s*(?:,\\s*(\\d+)\\s*)?\\)");

    /** Digits and zeros of a number beyond which it is nonsense, and costly nonsense. */
    private static final int MOST_DIGITS = 1_000;

    private final Column column;
    private final long unitsOfSecond;
    private final int scale;

    JsonColumn(Column column) {
        this.column = column;
        this.unitsOfSecond = unitsOfSecond(column.declared());
        this.scale = scale(column.declared());
    }

    /** The value in the type of the column, or {@link Unusable}; null where there is none. */
    @Nullable
    Object read(@Nullable JsonNode value) {
        if (value == null) {
            return new Unusable("", "missing-column", "column \"" + column.name() + "\" is not in the event");
        }
        if (value.isNull()) {
            return null;
        }
        if (value.isTextual() && value.textValue().equals(EnvelopeRows.UNAVAILABLE)) {
            return EnvelopeRows.UNAVAILABLE;
        }
        var read = known(value);
        return read == null ? unlike(value) : read;
    }

    /** Null where the value is not of the declared type. */
    private @Nullable Object known(JsonNode value) {
        return switch (column.type()) {
            case BOOLEAN -> value.isBoolean() ? value.booleanValue() : null;
            case NUMBER -> number(value);
            case TEXT -> value.isTextual() ? value.textValue() : null;
            case DATE -> date(value);
            case TIME -> time(value);
            case LOCAL_TIMESTAMP -> timestamp(value);
            case INSTANT -> instant(value);
            case OTHER -> null;
        };
    }

    private @Nullable Object number(JsonNode value) {
        if (value.isNumber()) {
            return bounded(value.decimalValue(), value);
        }
        if (value.isTextual()) {
            var text = value.textValue();
            return scale < 0 || text.contains(".") ? text(text, value) : bytes(text, scale, value);
        }
        return value.path("value").isTextual() && value.path("scale").isInt()
                ? bytes(value.path("value").textValue(), value.path("scale").intValue(), value)
                : null;
    }

    private Object text(String text, JsonNode value) {
        var read = Numbers.text(text);
        return read instanceof BigDecimal number ? bounded(number, value) : read;
    }

    private Object bytes(String base64, int scale, JsonNode value) {
        try {
            var unscaled = new BigInteger(Base64.getDecoder().decode(base64));
            return bounded(new BigDecimal(unscaled, scale), value);
        } catch (IllegalArgumentException e) {
            var special = Numbers.text(base64);
            return special instanceof Unusable ? special : unlike(value);
        }
    }

    private Object bounded(BigDecimal number, JsonNode value) {
        boolean sane = Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
        return sane ? number : unlike(value);
    }

    private @Nullable Object date(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return Times.epochDays(value.longValue());
        }
        return value.isTextual() ? Times.isoDate(value.textValue()) : null;
    }

    private @Nullable Object time(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return Times.timeOfDay(value.longValue(), 1_000_000_000 / unitsOfSecond);
        }
        return value.isTextual() ? Times.isoTime(value.textValue()) : null;
    }

    private @Nullable Object timestamp(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return Times.localTimestamp(value.longValue(), unitsOfSecond);
        }
        return value.isTextual() ? Times.isoLocalTimestamp(value.textValue()) : null;
    }

    private @Nullable Object instant(JsonNode value) {
        if (value.isTextual()) {
            return Times.zonedTimestamp(value.textValue());
        }
        var moment = timestamp(value);
        return moment instanceof LocalDateTime utc ? utc.toInstant(ZoneOffset.UTC) : moment;
    }

    private Unusable unlike(JsonNode value) {
        var text = value.isTextual() ? value.textValue() : value.toString();
        var shown = text.length() > 100 ? text.substring(0, 100) + "…" : text;
        return new Unusable(shown, "wrong-type", "\"" + shown + "\" is not of the declared type, " + column.declared());
    }

    private static long unitsOfSecond(String declared) {
        if (declared.endsWith("millis")) {
            return 1_000;
        }
        return declared.endsWith("nanos") ? 1_000_000_000 : 1_000_000;
    }

    /** Negative where none is declared. */
    private static int scale(String declared) {
        var digits = DIGITS.matcher(declared);
        if (!digits.find()) {
            return -1;
        }
        return digits.group(1) == null ? 0 : Integer.parseInt(digits.group(1));
    }
}
