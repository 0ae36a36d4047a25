package dev.vigia.connect.expression;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Terms as text. */
public final class Texts {

    private static final Set<Kind> JOINABLE = EnumSet.of(Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.NOTHING);

    private Texts() {}

    /** The term as text, of any kind that has one: numbers without zeros at the end, dates and times as ISO has them. */
    public static Term text(Term of) {
        if (of.kind() == Kind.OTHER) {
            throw new WrongExpressionException("this is " + of.kind().words());
        }
        return of.kind() == Kind.TEXT
                ? of
                : Term.of(Kind.TEXT, scene -> string(of.value(scene)), () -> sql(of), List.of(of));
    }

    static Term joined(Term left, Term right) {
        var one = joinable(left, "||");
        var other = joinable(right, "||");
        Computation computation = scene -> {
            var first = one.value(scene);
            var second = other.value(scene);
            return first == null || second == null ? null : first + String.valueOf(second);
        };
        SqlText sql = () -> "(" + one.sql().text() + " || " + other.sql().text() + ")";
        return Term.of(Kind.TEXT, computation, sql, List.of(one, other));
    }

    /** All of them, one after the other; null adds nothing. */
    static Term concatenated(List<Term> terms) {
        var all = terms.stream().map(term -> joinable(term, "concat")).toList();
        Computation computation = scene -> all.stream()
                .map(term -> term.value(scene))
                .map(value -> value == null ? "" : value.toString())
                .collect(Collectors.joining());
        return Term.of(Kind.TEXT, computation, () -> Arguments.sql("concat", all), all);
    }

    private static Term joinable(Term term, String what) {
        if (!JOINABLE.contains(term.kind())) {
            throw new WrongExpressionException(what + " needs text, numbers or dates, and this is "
                    + term.kind().words());
        }
        return text(term);
    }

    private static @Nullable String string(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return Numbers.plain(number);
        }
        return value == null ? null : value.toString();
    }

    private static String sql(Term of) {
        var sql = of.sql().text();
        return switch (of.kind()) {
            case NUMBER -> "trim_scale(" + sql + ")::text";
            case DATE -> "to_char(" + sql + ", 'YYYY-MM-DD')";
            case BOOLEAN, NOTHING -> "(" + sql + ")::text";
            default -> throw new NoSqlException("timestamps as text");
        };
    }
}
