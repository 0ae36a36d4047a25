package dev.vigia.connect.expression;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How numbers are written: which sign stands between thousands and which before the decimals.
 *
 * @param grouping between thousands; 0 where nothing may stand there
 * @param decimal before the decimals
 */
record NumberFormat(char grouping, char decimal) {

    /** As computers write: 1234.56, also 1.2e3. */
    static final NumberFormat PLAIN = new NumberFormat('\0', '.');

    private static final Pattern EXAMPLE = Pattern.compile("1([.,' ]?)234([.,])56");

    /** Thousands: 0.500 is half, not 500. */
    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}(g\\d{3})+");

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,5})?");

    /** Reads the example of a number: {@code 1.234,56}, {@code 1,234.56}, {@code 1234,56}. */
    static NumberFormat parse(String example) {
        var found = EXAMPLE.matcher(example.strip());
        if (!found.matches() || found.group(1).equals(found.group(2))) {
            throw new WrongExpressionException(
                    "\"" + example + "\" shows no way of writing numbers. Write 1.234,56 or 1,234.56 or 1234,56.");
        }
        char grouping = found.group(1).isEmpty() ? '\0' : found.group(1).charAt(0);
        return new NumberFormat(grouping, found.group(2).charAt(0));
    }

    /** The number that a text says; thousands are grouped in full or not at all. */
    BigDecimal read(String text) {
        int comma = text.indexOf(decimal);
        var whole = comma < 0 ? text : text.substring(0, comma);
        var rest = comma < 0 ? "" : "." + text.substring(comma + 1);
        if (grouping != 0 && whole.indexOf(grouping) >= 0) {
            whole = ungrouped(whole.replace(grouping, 'g'));
        }
        return number(whole + rest);
    }

    private static String ungrouped(String whole) {
        if (!GROUPED.matcher(whole).matches()) {
            throw new RefusedException(Reason.UNREADABLE, "it is not a number: its thousands are grouped wrongly");
        }
        return whole.replace("g", "");
    }

    private static BigDecimal number(String text) {
        if (text.length() > 1000 || !NUMBER.matcher(text).matches()) {
            throw new RefusedException(special(text), "it is not a number");
        }
        return new BigDecimal(text);
    }

    private static Reason special(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> Reason.NOT_A_NUMBER;
            case "infinity", "+infinity", "-infinity", "inf", "-inf" -> Reason.INFINITE;
            default -> Reason.UNREADABLE;
        };
    }
}
