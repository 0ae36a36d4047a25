package dev.vigia.connect.expression;

import java.util.Locale;

/** Why a value is refused: the short codes that dead letters carry. */
public enum Reason {
    UNMAPPED_VALUE("The value is in no `map:` of the field, and there is no `otherwise:`."),
    DOES_NOT_FIT("The column's digits do not fit the field: too many decimals, or too many digits before the point."),
    MISSING_VALUE("The field or the key needs a value, and there is none."),
    WRONG_TYPE(
            "The value is of another type than the column had when the mapping was checked, or cannot be read as it."),
    NOT_A_NUMBER("The value is NaN."),
    INFINITE("The value is infinite."),
    OUT_OF_RANGE("The date lies outside `dates:`, or the number is absurdly large."),
    CONTROL_CHARACTERS("The text holds control characters other than tabs and line breaks, which become blanks."),
    TOO_LONG("The key has more than 500 characters."),
    TOO_LARGE("The text has more than 100,000 characters, or the payload is too large."),
    MISSING_COLUMN("The row does not have a column that the mapping names."),
    UNREADABLE("The text is not what it should be: not this date, not this JSON, not whole characters."),
    UNKNOWN_UNIT("No factor in `units:` leads from this unit to the one wanted."),
    UNKNOWN_CURRENCY("No rate in `currencies:` leads from this currency to the one wanted."),
    ARITHMETIC("It cannot be computed, such as a division by zero.");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    /** As dead letters have it: {@code does-not-fit}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it means, in a sentence. */
    public String words() {
        return words;
    }
}
