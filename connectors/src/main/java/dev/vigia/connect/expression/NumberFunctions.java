package dev.vigia.connect.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Functions of numbers. */
final class NumberFunctions {

    private NumberFunctions() {}

    static Term abs(Arguments given) {
        given.number(0);
        return given.strict(Kind.NUMBER, values -> ((BigDecimal) values.get(0)).abs(), () -> given.sql("abs"));
    }

    static Term exp(Arguments given) {
        given.number(0);
        SqlText sql = () -> "round(exp(" + given.sql(0) + " + " + Numbers.ZERO_SQL + "), " + Numbers.DECIMALS + ")";
        return given.strict(Kind.NUMBER, values -> Numbers.exp((BigDecimal) values.get(0)), sql)
                .and(Trait.COMPUTED);
    }

    static Term round(Arguments given) {
        given.number(0);
        int digits = given.size() == 1 ? 0 : given.constantInt(1, 0, Numbers.DECIMALS);
        return given.strict(
                        Kind.NUMBER,
                        values -> ((BigDecimal) values.get(0)).setScale(digits, RoundingMode.HALF_EVEN),
                        () -> Sql.roundedHalfEven(given.sql(0), digits))
                .and(Trait.COMPUTED);
    }

    static Term convert(Arguments given) {
        return ratio(given, given.setting().units(), Reason.UNKNOWN_UNIT);
    }

    static Term exchange(Arguments given) {
        return ratio(given, given.setting().currencies(), Reason.UNKNOWN_CURRENCY);
    }

    private static Term ratio(Arguments given, Factors factors, Reason unknown) {
        given.number(0);
        given.text(1);
        given.text(2);
        return given.strict(
                        Kind.NUMBER,
                        values -> turned(
                                given, factors, unknown, (BigDecimal) values.get(0), (String) values.get(1), (String)
                                        values.get(2)),
                        () -> sql(given, factors))
                .and(Trait.COMPUTED);
    }

    private static BigDecimal turned(
            Arguments given, Factors factors, Reason unknown, BigDecimal amount, String from, String to) {
        var ratio = factors.ratio(from, to);
        if (ratio == null) {
            throw new RefusedException(
                    unknown,
                    "nothing in the mapping leads from " + given.term(1).shown(from) + " to "
                            + given.term(2).shown(to));
        }
        var times = amount.multiply(ratio.times());
        return ratio.isWhole() ? times : Numbers.divide(times, ratio.divided());
    }

    private static String sql(Arguments given, Factors factors) {
        if (!given.term(2).is(Trait.CONSTANT)) {
            throw new NoSqlException(
                    given.function().signature() + " where what is wanted is not written in the mapping");
        }
        var to = given.constantText(2);
        var cases = new StringBuilder("case " + given.sql(1));
        for (var from : factors.leadingTo(to)) {
            var ratio = factors.ratio(from, to);
            if (ratio != null) {
                cases.append(" when ").append(Sql.text(from)).append(" then ").append(sql(given.sql(0), ratio));
            }
        }
        return cases.append(" end").toString();
    }

    private static String sql(String amount, Factors.Ratio ratio) {
        var times = "(" + amount + " * " + ratio.times().toPlainString() + ")";
        return ratio.isWhole()
                ? times
                : "round((" + times + " + " + Numbers.ZERO_SQL + ") / "
                        + ratio.divided().toPlainString() + ", " + Numbers.DECIMALS + ")";
    }
}
