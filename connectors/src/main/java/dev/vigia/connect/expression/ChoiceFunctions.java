package dev.vigia.connect.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Functions that choose among their arguments, and those that take any kind. */
final class ChoiceFunctions {

    private ChoiceFunctions() {}

    static Term coalesce(Arguments given) {
        var terms = given.terms();
        Computation computation = scene -> first(terms, scene);
        return Term.of(kind(given), computation, () -> given.sql("coalesce"), terms);
    }

    private static @Nullable Object first(List<Term> terms, Scene scene) {
        for (var term : terms) {
            var value = term.value(scene);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    static Term concat(Arguments given) {
        return Texts.concatenated(given.terms());
    }

    static Term greatest(Arguments given) {
        return extreme(given, "greatest", (one, other) -> Operations.order(one, other) >= 0 ? one : other);
    }

    static Term least(Arguments given) {
        return extreme(given, "least", (one, other) -> Operations.order(one, other) <= 0 ? one : other);
    }

    private static Term extreme(Arguments given, String sql, BinaryOperator<Object> rule) {
        var kind = kind(given);
        if (kind == Kind.OTHER) {
            throw new WrongExpressionException(
                    given.function().signature() + " cannot compare what is " + kind.words());
        }
        Computation computation =
                scene -> values(given.terms(), scene).reduce(rule).orElse(null);
        var collation = kind == Kind.TEXT ? " collate \"C\"" : "";
        SqlText text = () -> given.sql(sql).replaceAll("\\)$", collation + ")");
        return Term.of(kind, computation, text, given.terms());
    }

    private static Stream<Object> values(List<Term> terms, Scene scene) {
        return terms.stream()
                .<@Nullable Object>map(term -> term.value(scene))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    static Term nullif(Arguments given) {
        var equal = Operations.of(Operator.EQUAL, given.term(0), given.term(1));
        var of = given.term(0);
        Computation computation = scene -> Boolean.TRUE.equals(equal.value(scene)) ? null : of.value(scene);
        return Term.of(of.kind(), computation, () -> given.sql("nullif"), List.of(of));
    }

    private static Kind kind(Arguments given) {
        return Cases.kind(given.terms(), given.function().signature());
    }

    static Term hash(Arguments given) {
        var text = Texts.text(given.term(0));
        var hashing = given.setting().hashing();
        Computation computation = scene -> text.value(scene) instanceof String clear ? hashing.apply(clear) : null;
        SqlText sql = () -> {
            throw new NoSqlException("hashes");
        };
        return Term.of(Kind.TEXT, computation, sql).and(Trait.HASHED);
    }

    /** Whether a number is whole. */
    static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }
}
