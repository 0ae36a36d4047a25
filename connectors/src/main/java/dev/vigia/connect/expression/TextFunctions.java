package dev.vigia.connect.expression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Functions of text. Characters are counted as people see them written, not as Java stores them. */
final class TextFunctions {

    /** Reads numbers digit by digit, as PostgreSQL does: 1.50 stays so. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** What is no object, list or null is no JSON that holds a name; PostgreSQL's cast would end the whole query there. */
    private static final String JSON_SHAPE = "'^([{].*[}]|[[].*[]]|null)$'";

    private TextFunctions() {}

    static Term lower(Arguments given) {
        return changed(given, "lower", text -> text.toLowerCase(Locale.ROOT));
    }

    static Term upper(Arguments given) {
        return changed(given, "upper", text -> text.toUpperCase(Locale.ROOT));
    }

    private static Term changed(Arguments given, String sql, UnaryOperator<String> change) {
        given.text(0);
        return given.strict(Kind.TEXT, values -> change.apply((String) values.get(0)), () -> given.sql(sql));
    }

    static Term length(Arguments given) {
        given.text(0);
        return given.strict(
                Kind.NUMBER,
                values -> BigDecimal.valueOf(characters((String) values.get(0))),
                () -> given.sql("length") + "::numeric");
    }

    static Term trim(Arguments given) {
        return trimmed(given, "btrim", true, true);
    }

    static Term ltrim(Arguments given) {
        return trimmed(given, "ltrim", true, false);
    }

    static Term rtrim(Arguments given) {
        return trimmed(given, "rtrim", false, true);
    }

    private static Term trimmed(Arguments given, String sql, boolean start, boolean end) {
        given.text(0);
        var signs = given.size() == 1 ? " " : given.constantText(1);
        return given.strict(
                Kind.TEXT, values -> without(signs, (String) values.get(0), start, end), () -> given.sql(sql));
    }

    private static String without(String signs, String text, boolean start, boolean end) {
        int from = 0;
        int to = text.length();
        while (start && from < to && signs.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (end && to > from && signs.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    static Term replace(Arguments given) {
        given.text(0);
        given.text(1);
        given.text(2);
        return given.strict(
                Kind.TEXT,
                values -> replaced((String) values.get(0), (String) values.get(1), (String) values.get(2)),
                () -> given.sql("replace"));
    }

    private static String replaced(String text, String what, String by) {
        return what.isEmpty() ? text : text.replace(what, by);
    }

    static Term substring(Arguments given) {
        given.text(0);
        given.number(1);
        if (given.size() == 3) {
            given.number(2);
        }
        return given.strict(
                Kind.TEXT,
                values -> part(
                        (String) values.get(0), whole(values.get(1)), values.size() < 3 ? null : whole(values.get(2))),
                () -> "substring(" + given.sql(0) + " from (" + given.sql(1) + ")::int"
                        + (given.size() < 3 ? ")" : " for (" + given.sql(2) + ")::int)"));
    }

    /** As SQL has it: places before the first count, and hold nothing. */
    private static String part(String text, long from, @Nullable Long length) {
        if (length != null && length < 0) {
            throw new RefusedException(Reason.OUT_OF_RANGE, "substring of a length below 0");
        }
        long characters = characters(text);
        long end = length == null ? characters + 1 : Math.min(from + length, characters + 1);
        long start = Math.max(from, 1);
        return end <= start
                ? ""
                : text.substring(
                        text.offsetByCodePoints(0, (int) start - 1), text.offsetByCodePoints(0, (int) end - 1));
    }

    private static long whole(Object number) {
        try {
            return ((BigDecimal) number).intValueExact();
        } catch (ArithmeticException e) {
            throw new RefusedException(Reason.OUT_OF_RANGE, "substring at a place that is not a whole number");
        }
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    static Term json(Arguments given) {
        given.text(0);
        var name = given.constantText(1);
        return given.strict(
                Kind.TEXT, values -> under(name, (String) values.get(0)), () -> jsonSql(given.sql(0), name));
    }

    private static String jsonSql(String text, String name) {
        var bare = Sql.bare(text);
        return "(case when " + bare + " ~ " + JSON_SHAPE + " then " + text + "::jsonb ->> " + Sql.text(name) + " when "
                + bare + " <> '' then " + Sql.REFUSED + " end)";
    }

    private static @Nullable String under(String name, String text) {
        try {
            return text(JSON.readTree(text).path(name));
        } catch (JsonProcessingException e) {
            throw new RefusedException(Reason.UNREADABLE, "the text is not JSON");
        }
    }

    private static @Nullable String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.isNumber()) {
            return Numbers.sane(node.decimalValue()).toPlainString();
        }
        return node.isValueNode() ? node.asText() : node.toString();
    }
}
