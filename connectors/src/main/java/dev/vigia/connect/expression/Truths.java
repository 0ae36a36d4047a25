package dev.vigia.connect.expression;

import java.util.List;

/** Truth values: true, false, and null for nobody knows, as in SQL. */
final class Truths {

    private Truths() {}

    static Term not(Term of) {
        Operations.require(of, Kind.BOOLEAN, "not");
        Computation computation = scene -> of.value(scene) instanceof Boolean truth ? !truth : null;
        return Term.of(Kind.BOOLEAN, computation, () -> "(not " + of.sql().text() + ")", List.of(of));
    }

    static Term isNull(Term of, boolean negated) {
        Computation computation = scene -> (of.value(scene) == null) != negated;
        SqlText sql = () -> "(" + of.sql().text() + (negated ? " is not null)" : " is null)");
        return Term.of(Kind.BOOLEAN, computation, sql, List.of(of)).without(Trait.COMPUTED);
    }

    /** The right side is not asked where the left one decides. */
    static Term combined(Operator operator, Term left, Term right) {
        Operations.require(left, Kind.BOOLEAN, operator.sql());
        Operations.require(right, Kind.BOOLEAN, operator.sql());
        Boolean decides = operator == Operator.OR;
        Computation computation = scene -> {
            var first = left.value(scene);
            if (decides.equals(first)) {
                return decides;
            }
            var second = right.value(scene);
            return decides.equals(second) ? decides : first == null ? null : second;
        };
        SqlText sql = () -> "(" + left.sql().text() + " " + operator.sql() + " "
                + right.sql().text() + ")";
        return Term.of(Kind.BOOLEAN, computation, sql, List.of(left, right));
    }
}
