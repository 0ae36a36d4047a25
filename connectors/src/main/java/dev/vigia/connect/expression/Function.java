package dev.vigia.connect.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The functions of the language. */
public enum Function {
    ABS("abs(x)", "the number without its sign", 1, 1, NumberFunctions::abs),
    COALESCE("coalesce(x, y, …)", "the first that is not null", 1, 99, ChoiceFunctions::coalesce),
    CONCAT("concat(x, y, …)", "all of them as one text; null adds nothing", 1, 99, ChoiceFunctions::concat),
    CONVERT("convert(quantity, from, to)", "the quantity in another unit, by `units:`", 3, 3, NumberFunctions::convert),
    EXCHANGE(
            "exchange(amount, from, to)",
            "the amount in another currency, by `currencies:`",
            3,
            3,
            NumberFunctions::exchange),
    EXP("exp(x)", "e to the power of x, to 30 decimals", 1, 1, NumberFunctions::exp),
    GREATEST("greatest(x, y, …)", "the greatest that is not null", 1, 99, ChoiceFunctions::greatest),
    HASH("hash(x)", "the salted hash; the only thing allowed for a customer", 1, 1, ChoiceFunctions::hash),
    INSTANT(
            "instant(x[, 'pattern'])",
            "a moment: timestamps and text without zone are in UTC; numbers with 'epoch-millis' or 'epoch-seconds'",
            1,
            2,
            TimeFunctions::instant),
    JSON(
            "json(x, 'name')",
            "the text under a name of a JSON object; null where it is not there",
            2,
            2,
            TextFunctions::json),
    LEAST("least(x, y, …)", "the least that is not null", 1, 99, ChoiceFunctions::least),
    LENGTH("length(x)", "the number of characters", 1, 1, TextFunctions::length),
    LOCAL(
            "local(x[, 'pattern'])",
            "the moment of a wall time in the mapping's `timezone:`; a date is the start of its day",
            1,
            2,
            TimeFunctions::local),
    LOWER("lower(x)", "in small letters", 1, 1, TextFunctions::lower),
    LTRIM("ltrim(x[, 'signs'])", "without blanks, or these signs, at the start", 1, 2, TextFunctions::ltrim),
    NULLIF("nullif(x, y)", "null where both are equal, else x", 2, 2, ChoiceFunctions::nullif),
    REPLACE("replace(x, 'this', 'that')", "with each this made that", 3, 3, TextFunctions::replace),
    ROUND(
            "round(x[, digits])",
            "rounded to so many decimals, half to even; none where nothing is said",
            1,
            2,
            NumberFunctions::round),
    RTRIM("rtrim(x[, 'signs'])", "without blanks, or these signs, at the end", 1, 2, TextFunctions::rtrim),
    SUBSTRING(
            "substring(x, from[, length])", "a part, from a character counted from 1", 2, 3, TextFunctions::substring),
    TRIM("trim(x[, 'signs'])", "without blanks, or these signs, at both ends", 1, 2, TextFunctions::trim),
    UPPER("upper(x)", "in capital letters", 1, 1, TextFunctions::upper),
    WEEK(
            "week(n, 'YYYY-MM-DD')",
            "the first day of week n, where week 0 begins on the day given",
            2,
            2,
            TimeFunctions::week);

    /** Makes a term of arguments; always a reference to a method, so without state. */
    private interface Maker {
        Term make(Arguments arguments);
    }

    private final String signature;
    private final String words;
    private final int fewest;
    private final int most;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Maker maker;

    Function(String signature, String words, int fewest, int most, Maker maker) {
        this.signature = signature;
        this.words = words;
        this.fewest = fewest;
        this.most = most;
        this.maker = maker;
    }

    /** The function of a name, in letters of either case. */
    public static Function named(String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(function -> function.lowerName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new WrongExpressionException("there is no function \"" + name + "\". "
                        + Names.hint(
                                name,
                                Arrays.stream(values()).map(Function::lowerName).toList())));
    }

    Term call(List<Term> terms, Setting setting) {
        if (terms.size() < fewest || terms.size() > most) {
            throw new WrongExpressionException(
                    signature + " has " + terms.size() + (terms.size() == 1 ? " argument here" : " arguments here"));
        }
        return maker.make(new Arguments(this, terms, setting));
    }

    private String lowerName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How it is written. */
    public String signature() {
        return signature;
    }

    /** What it gives. */
    public String words() {
        return words;
    }
}
