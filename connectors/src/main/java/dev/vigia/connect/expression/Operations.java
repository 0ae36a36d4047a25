package dev.vigia.connect.expression;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What operators make of two terms. Null on either side gives null, as in SQL, but for and and or. */
final class Operations {

    private Operations() {}

    static Term of(Operator operator, Term left, Term right) {
        return switch (operator) {
            case AND, OR -> Truths.combined(operator, left, right);
            case JOIN -> Texts.joined(left, right);
            case PLUS -> arithmetic(operator, left, right, BigDecimal::add);
            case MINUS -> arithmetic(operator, left, right, BigDecimal::subtract);
            case TIMES -> arithmetic(operator, left, right, BigDecimal::multiply);
            case DIVIDED -> arithmetic(operator, left, right, Numbers::divide);
            default -> compared(operator, left, right);
        };
    }

    static Term negative(Term of) {
        require(of, Kind.NUMBER, "−");
        Computation computation = scene -> of.value(scene) instanceof BigDecimal number ? number.negate() : null;
        return Term.of(Kind.NUMBER, computation, () -> "(- " + of.sql().text() + ")", List.of(of));
    }

    private static Term arithmetic(Operator operator, Term left, Term right, BinaryOperator<BigDecimal> rule) {
        require(left, Kind.NUMBER, operator.sql());
        require(right, Kind.NUMBER, operator.sql());
        Computation computation = scene -> computed(left.value(scene), right.value(scene), rule);
        SqlText sql = () -> operator == Operator.DIVIDED
                ? "round((" + left.sql().text() + " + " + Numbers.ZERO_SQL + ") / " + divisor(right) + ", "
                        + Numbers.DECIMALS + ")"
                : binary(operator, left, right);
        return Term.of(Kind.NUMBER, computation, sql, List.of(left, right)).and(Trait.COMPUTED);
    }

    /** Java refuses a row that divides by zero; PostgreSQL would end the whole query, so there it is null. */
    private static String divisor(Term right) {
        var text = right.sql().text();
        boolean surely = right.is(Trait.CONSTANT)
                && right.value(new Scene(0)) instanceof BigDecimal number
                && number.signum() != 0;
        return surely ? text : "nullif(" + text + ", 0)";
    }

    private static @Nullable Object computed(
            @Nullable Object left, @Nullable Object right, BinaryOperator<BigDecimal> rule) {
        return left == null || right == null ? null : rule.apply((BigDecimal) left, (BigDecimal) right);
    }

    private static Term compared(Operator operator, Term left, Term right) {
        var one = likeThe(right, left);
        var other = likeThe(left, right);
        if (!one.kind().comparesWith(other.kind())) {
            throw new WrongExpressionException("cannot compare " + left.kind().words() + " with "
                    + right.kind().words() + " by " + operator.sql());
        }
        Computation computation = scene -> compare(operator, one.value(scene), other.value(scene));
        var ordered = one.kind() == Kind.TEXT && operator != Operator.EQUAL && operator != Operator.UNEQUAL;
        SqlText sql = () -> ordered
                ? "(" + one.sql().text() + " " + operator.sql() + " "
                        + other.sql().text() + " collate \"C\")"
                : binary(operator, one, other);
        return Term.of(Kind.BOOLEAN, computation, sql, List.of(one, other)).without(Trait.COMPUTED);
    }

    private static @Nullable Boolean compare(Operator operator, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        return operator.holds(order(left, right));
    }

    /** Which of two values of one kind is greater, as compareTo says. */
    @SuppressWarnings("unchecked") // Terms of one kind give values of one class, and that is comparable.
    static int order(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    /** A text constant beside a date or timestamp is one, as in SQL. */
    private static Term likeThe(Term model, Term constant) {
        if (constant.kind() != Kind.TEXT || !constant.is(Trait.CONSTANT)) {
            return constant;
        }
        var text = String.valueOf(constant.value(new Scene(0)));
        try {
            return switch (model.kind()) {
                case DATE -> fixed(Kind.DATE, TimeFormat.of(null).date(text), "date", text);
                case LOCAL_TIMESTAMP ->
                    fixed(Kind.LOCAL_TIMESTAMP, TimeFormat.of(null).dateTime(text), "timestamp", text);
                default -> constant;
            };
        } catch (DateTimeException e) {
            throw new WrongExpressionException("\"" + text + "\" is not a date: write one such as 2024-12-31");
        }
    }

    private static Term fixed(Kind kind, Object value, String type, String text) {
        return Term.of(kind, scene -> value, () -> type + " " + Sql.text(text)).and(Trait.CONSTANT);
    }

    private static String binary(Operator operator, Term left, Term right) {
        return "(" + left.sql().text() + " " + operator.sql() + " "
                + right.sql().text() + ")";
    }

    static void require(Term term, Kind kind, String what) {
        if (term.kind() != kind && term.kind() != Kind.NOTHING) {
            throw new WrongExpressionException(what + " needs " + kind.words() + ", and this is "
                    + term.kind().words()
                    + (kind == Kind.NUMBER && term.kind() == Kind.TEXT
                            ? ": declare the column a number under types"
                            : ""));
        }
    }
}
