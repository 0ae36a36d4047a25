package dev.vigia.connect.expression;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Words of PostgreSQL, quoted so that they cannot mean anything else. */
public final class Sql {

    /** Stands for a text that Java refuses; no text that is not refused can be so. */
    public static final String REFUSED = "E'\\x01'";

    private Sql() {}

    /** A name of a table, a column or a row. */
    public static String name(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** A constant of any of the kinds that constants have. */
    public static String constant(@Nullable Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof BigDecimal number) {
            return number.signum() < 0 ? "(" + number.toPlainString() + ")" : number.toPlainString();
        }
        return String.valueOf(value);
    }

    /** A text. */
    public static String text(String text) {
        var quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** A text without the blanks, tabs and line breaks around it. */
    static String bare(String text) {
        return "btrim(" + text + ", E' \\t\\r\\n')";
    }

    /** A text as canonical records have it: tabs and line breaks are blanks. */
    public static String clean(String text) {
        return "translate(" + text + ", E'\\t\\r\\n', '   ')";
    }

    /** A number rounded half-even, as the contracts have it; PostgreSQL's own round goes away from zero. */
    public static String roundedHalfEven(String number, int scale) {
        var half = BigDecimal.ONE.movePointRight(scale).multiply(new BigDecimal("0.5"));
        var two = new BigDecimal(2).movePointLeft(scale);
        return "(select case when abs(v) * "
                + BigDecimal.ONE.movePointRight(scale).toPlainString()
                + " % 1 = 0.5 then round(v * " + half.toPlainString() + ") * " + two.toPlainString()
                + " else round(v, " + scale + ") end from (select " + number + " as v) as exact)";
    }

    /** A number whose digits must fit; null where they do not. */
    public static String exact(String number, int scale) {
        return "(select case when round(v, " + scale + ") = v then v end from (select " + number + " as v) as bare)";
    }
}
