package dev.vigia.connect.csv.cell;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a number is written. Signs stand before or behind it, and {@code R$} may stand before it. */
public enum Notation {
    ISO("1234.56", '.', '\0'),
    BRAZILIAN("1.234,56", ',', '.'),
    AMERICAN("1,234.56", '.', ','),
    /** Nothing but digits: what a column is taken as whose first lines say no more. */
    WHOLE("1234", '\0', '\0');

    /** More digits than any decimal of the contracts has. */
    private static final int LONGEST = 60;

    /** Digits that a long holds, whatever they are. */
    private static final int LONG_DIGITS = 18;

    private final String example;
    private final char point;
    private final char group;

    Notation(String example, char point, char group) {
        this.example = example;
        this.point = point;
        this.group = group;
    }

    /** The notation that a mapping shows by an example. */
    static Optional<Notation> shownBy(String example) {
        return example.equals("1234,56")
                ? Optional.of(BRAZILIAN)
                : Stream.of(values())
                        .filter(known -> known.example.equals(example))
                        .findFirst();
    }

    /** How people write it in a mapping. */
    public String example() {
        return example;
    }

    /** The number; null where the text is none in this notation. */
    public @Nullable BigDecimal read(String text) {
        int from = 0;
        int to = text.length();
        boolean negative = false;
        if (to > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
            negative = text.charAt(from++) == '-';
        }
        if (text.startsWith("R$", from)) {
            from = skipSpaces(text, from + 2);
            if (from > 0 && from < to && !negative && text.charAt(from) == '-') {
                negative = true;
                from++;
            }
        } else if (!negative && to > 0 && text.charAt(to - 1) == '-') {
            negative = true;
            to--;
        }
        return to - from > LONGEST ? null : digits(text, from, to, negative);
    }

    private static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\u00A0')) {
            at++;
        }
        return at;
    }

    private @Nullable BigDecimal digits(String text, int from, int to, boolean negative) {
        var digits = new StringBuilder(to - from + 1).append(negative ? "-" : "");
        int pointAt = -1;
        int groupAt = -1;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c == point && pointAt < 0 && groupFits(groupAt, i)) {
                pointAt = i;
            } else if (c == group && pointAt < 0 && (groupAt < 0 ? leads(text, from, i) : i - groupAt == 4)) {
                groupAt = i;
            } else {
                return null;
            }
        }
        int scale = pointAt < 0 ? 0 : to - pointAt - 1;
        boolean whole = pointAt < 0 ? groupFits(groupAt, to) : scale > 0;
        int count = digits.length() - (negative ? 1 : 0);
        return whole && count > 0 ? number(digits, count, scale) : null;
    }

    /** Before the first mark of thousands stand one to three digits, of which the first is no 0: 0.500 is half, not 500. */
    private static boolean leads(String text, int from, int groupAt) {
        return groupAt > from && groupAt - from <= 3 && text.charAt(from) != '0';
    }

    /** After a mark of thousands come three digits. */
    private static boolean groupFits(int groupAt, int end) {
        return groupAt < 0 || end - groupAt == 4;
    }

    private static BigDecimal number(StringBuilder digits, int count, int scale) {
        return count <= LONG_DIGITS
                ? BigDecimal.valueOf(Long.parseLong(digits, 0, digits.length(), 10), scale)
                : new BigDecimal(new BigInteger(digits.toString()), scale);
    }
}
