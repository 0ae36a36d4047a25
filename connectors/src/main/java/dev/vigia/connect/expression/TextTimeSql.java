package dev.vigia.connect.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times from text in SQL: what is written otherwise, or names a day that no month has, gives null, where
 * PostgreSQL's own casts would end the whole query.
 */
final class TextTimeSql {

    private static final String YEAR = "((?!0000)[0-9]{4})";
    private static final String MONTH = "(0[1-9]|1[0-2])";
    private static final String DAY = "(0[1-9]|[12][0-9]|3[01])";
    private static final String ISO = "^" + YEAR + "-" + MONTH + "-" + DAY
            + "(?:[T ]((?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]{1,6})?)?)[0-9]{0,3})?$";

    private static final Map<String, String> FIELDS = Map.of(
            "yyyy",
            YEAR,
            "uuuu",
            YEAR,
            "MM",
            MONTH,
            "dd",
            DAY,
            "HH",
            "([01][0-9]|2[0-3])",
            "mm",
            "([0-5][0-9])",
            "ss",
            "([0-5][0-9])",
            "SSS",
            "([0-9]{3})");

    private static final Pattern PART = Pattern.compile("([a-zA-Z])\\1*|'([^']+)'|[^a-zA-Z']");

    private TextTimeSql() {}

    /** The wall time in a text; the pattern is Java's, null for ISO. */
    static String wallTime(String text, @Nullable String pattern) {
        if (pattern == null) {
            return wallTime(text, ISO, "\\1-\\2-01 \\4", "\\3");
        }
        var fields = new ArrayList<String>();
        var regex = new StringBuilder("^");
        var parts = PART.matcher(pattern);
        while (parts.find()) {
            regex.append(regex(parts.group(), parts.group(2), pattern, fields));
        }
        var first = group(fields, List.of("yyyy", "uuuu"), pattern) + "-" + group(fields, List.of("MM"), pattern)
                + "-01 " + part(fields, "HH", "00") + ":" + part(fields, "mm", "00") + ":" + part(fields, "ss", "00")
                + "."
                + part(fields, "SSS", "0");
        return wallTime(text, regex.append('$').toString(), first, group(fields, List.of("dd"), pattern));
    }

    /** The first of the month and as many days more; a day beyond the end of the month is none. */
    private static String wallTime(String text, String regex, String first, String day) {
        var bare = Sql.bare(text);
        var replaced = "regexp_replace(" + bare + ", '" + regex + "', '";
        return "(case when " + bare + " ~ '" + regex + "' then (select case when extract(day from t) = d then t end"
                + " from (select " + replaced + first + "')::timestamp + (" + replaced + day
                + "')::int - 1) * interval '1 day' as t, " + replaced + day + "')::int as d) as day) end)";
    }

    private static String regex(String part, @Nullable String quoted, String pattern, List<String> fields) {
        var field = FIELDS.get(part);
        if (field != null) {
            fields.add(part);
            return field;
        }
        var literal = quoted == null ? part : quoted;
        if (quoted == null && Character.isLetter(part.charAt(0))) {
            throw new NoSqlException("dates written \"" + pattern + "\"");
        }
        return literal.replaceAll("([^a-zA-Z0-9 ])", "[$1]")
                .replace("[^]", "\\^")
                .replace("'", "''");
    }

    private static String group(List<String> fields, List<String> names, String pattern) {
        return names.stream()
                .filter(fields::contains)
                .map(name -> "\\" + (fields.indexOf(name) + 1))
                .findFirst()
                .orElseThrow(() -> new NoSqlException("dates written \"" + pattern + "\""));
    }

    private static String part(List<String> fields, String name, String otherwise) {
        return fields.contains(name) ? "\\" + (fields.indexOf(name) + 1) : otherwise;
    }
}
