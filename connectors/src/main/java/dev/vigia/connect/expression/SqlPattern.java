package dev.vigia.connect.expression;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Patterns of dates and times in PostgreSQL's letters. */
final class SqlPattern {

    private static final Map<String, String> LETTERS = Map.of(
            "yyyy", "YYYY", "uuuu", "YYYY", "MM", "MM", "dd", "DD", "HH", "HH24", "mm", "MI", "ss", "SS", "SSS", "MS");
    private static final Pattern PART = Pattern.compile("([a-zA-Z])\\1*|'([^']+)'|[^a-zA-Z']");

    private SqlPattern() {}

    /** The same pattern, as an argument of to_timestamp. */
    static String of(@Nullable String pattern) {
        if (pattern == null) {
            throw new NoSqlException("dates in text without a pattern");
        }
        var sql = new StringBuilder();
        var parts = PART.matcher(pattern);
        while (parts.find()) {
            sql.append(part(parts.group(), pattern));
        }
        return sql.toString();
    }

    private static String part(String part, String pattern) {
        var letters = LETTERS.get(part);
        if (letters != null) {
            return letters;
        }
        if (part.startsWith("'")) {
            return "\"" + part.substring(1, part.length() - 1) + "\"";
        }
        if (Character.isLetter(part.charAt(0))) {
            throw new NoSqlException("dates written \"" + pattern + "\"");
        }
        return part;
    }
}
