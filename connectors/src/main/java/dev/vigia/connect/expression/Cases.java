package dev.vigia.connect.expression;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first result whose condition holds. */
final class Cases {

    private Cases() {}

    /** Of condition, result, condition, result, …, and what holds otherwise. */
    static Term of(List<Term> parts) {
        var conditions = every(parts, 0);
        var results = every(parts, 1);
        var otherwise = parts.get(parts.size() - 1);
        conditions.forEach(condition -> Operations.require(condition, Kind.BOOLEAN, "when"));
        var outcomes = Stream.concat(results.stream(), Stream.of(otherwise)).toList();
        Computation computation = scene -> chosen(conditions, outcomes, scene);
        return Term.of(kind(outcomes, "case"), computation, () -> sql(conditions, results, otherwise), parts);
    }

    private static @Nullable Object chosen(List<Term> conditions, List<Term> outcomes, Scene scene) {
        int first = 0;
        while (first < conditions.size()
                && !Boolean.TRUE.equals(conditions.get(first).value(scene))) {
            first++;
        }
        return outcomes.get(first).value(scene);
    }

    /** The kind that all have; null goes with every kind. */
    static Kind kind(List<Term> terms, String what) {
        var kinds = terms.stream()
                .map(Term::kind)
                .filter(kind -> kind != Kind.NOTHING)
                .distinct()
                .toList();
        if (kinds.size() > 1) {
            throw new WrongExpressionException(what + " gives " + kinds.get(0).words() + " here and "
                    + kinds.get(1).words() + " there: it must give one kind");
        }
        return kinds.isEmpty() ? Kind.NOTHING : kinds.get(0);
    }

    private static List<Term> every(List<Term> parts, int from) {
        return IntStream.iterate(from, i -> i < parts.size() - 1, i -> i + 2)
                .mapToObj(parts::get)
                .toList();
    }

    private static String sql(List<Term> conditions, List<Term> results, Term otherwise) {
        var sql = new StringBuilder("case");
        for (int i = 0; i < conditions.size(); i++) {
            sql.append(" when ").append(conditions.get(i).sql().text());
            sql.append(" then ").append(results.get(i).sql().text());
        }
        return sql.append(" else ")
                .append(otherwise.sql().text())
                .append(" end")
                .toString();
    }
}
