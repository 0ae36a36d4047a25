package dev.vigia.connect.mqtt.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.vigia.connect.expression.DeclaredType;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.Unusable;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns a value of JSON, or a text, into the value of a column: never a guess, and {@link Unusable} where it does not fit. */
final class Cells {

    /** Longer texts are no names of machines or units. */
    private static final int LONGEST_TEXT = 4_000;

    /** Decimal digits beyond which a number is infinite, or nothing, as a double. */
    private static final int WIDEST = 330;

    private Cells() {}

    /** The value at which a parser stands, which is no object and no array. */
    static @Nullable Object scalar(JsonParser parser, DeclaredType declared) throws IOException {
        var token = parser.currentToken();
        var type = declared.type();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (declared.hasFormat() && !token.isBoolean() && !(token.isNumeric() && type == ColumnType.NUMBER)) {
            return formatted(parser.getText(), declared);
        }
        return switch (type) {
            case NUMBER -> number(parser, token);
            case BOOLEAN -> token.isBoolean() ? (Object) parser.getBooleanValue() : wrong(parser.getText(), type);
            default -> token == JsonToken.VALUE_STRING ? text(parser.getText(), type) : wrong(parser.getText(), type);
        };
    }

    /** A text, or a number that stands for a date or time, written as the mapping says; JSON's own numbers say it themselves. */
    static @Nullable Object formatted(String text, DeclaredType declared) {
        return text.length() > LONGEST_TEXT ? tooLong(text) : declared.read(text);
    }

    private static Object number(JsonParser parser, JsonToken token) throws IOException {
        if (!token.isNumeric()) {
            return wrong(parser.getText(), ColumnType.NUMBER);
        }
        if (parser.isNaN()) {
            return notFinite(parser.getText());
        }
        return bounded(parser.getDecimalValue());
    }

    /** A text that a column of numbers is to hold. */
    static Object number(String text) {
        try {
            return text.length() > 1_000 ? wrong(text, ColumnType.NUMBER) : bounded(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity" -> notFinite(text);
                default -> wrong(text, ColumnType.NUMBER);
            };
        }
    }

    private static Object bounded(BigDecimal number) {
        long digits = (long) number.precision() - number.scale();
        if (number.signum() != 0 && digits > WIDEST) {
            return new Unusable(cut(number.toString()), "infinite", "is larger than any number that can be kept");
        }
        if (Math.abs((long) number.scale()) > WIDEST + 1_000L) {
            return new Unusable(cut(number.toString()), "does-not-fit", "has more digits than can be kept");
        }
        return number;
    }

    private static Unusable notFinite(String text) {
        return text.toLowerCase(Locale.ROOT).contains("nan")
                ? new Unusable(text, "not-a-number", "is not a number")
                : new Unusable(text, "infinite", "is infinite");
    }

    /** A text as a column of this type has it. */
    static Object text(String text, ColumnType type) {
        if (text.length() > LONGEST_TEXT) {
            return tooLong(text);
        }
        try {
            return switch (type) {
                case DATE -> LocalDate.parse(text);
                case TIME -> LocalTime.parse(text);
                case LOCAL_TIMESTAMP -> LocalDateTime.parse(text.replace(' ', 'T'));
                case INSTANT -> instant(text);
                case TEXT -> text;
                case NUMBER -> number(text);
                default -> wrong(text, type);
            };
        } catch (DateTimeException e) {
            return wrong(text, type);
        }
    }

    private static Unusable tooLong(String text) {
        return new Unusable(cut(text), "too-long", "has " + text.length() + " characters, of " + LONGEST_TEXT);
    }

    private static Instant instant(String text) {
        return text.endsWith("Z")
                ? UtcTime.parse(text)
                : OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
    }

    /** No control characters, no half of a pair, and nothing that Unicode says is no character. */
    private static boolean isText(int c) {
        boolean isControl = Character.isISOControl(c);
        boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !isControl && !isHalf && (c & 0xfffe) != 0xfffe;
    }

    static Unusable wrong(String text, ColumnType type) {
        return new Unusable(
                clean(text),
                "wrong-type",
                "is not of type " + type.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** The beginning of a text, for people. */
    static String cut(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }

    private static String clean(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(100).forEach(c -> shown.appendCodePoint(isText(c) ? c : '?'));
        return shown.toString();
    }
}
