package dev.vigia.connect.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a function was given. */
record Arguments(Function function, List<Term> terms, Setting setting) {

    /** Computes from the values of the arguments, none of which is null. */
    interface Rule {
        @Nullable
        Object of(List<Object> values);
    }

    int size() {
        return terms.size();
    }

    Term term(int place) {
        return terms.get(place);
    }

    Term number(int place) {
        return of(place, Kind.NUMBER);
    }

    Term text(int place) {
        return of(place, Kind.TEXT);
    }

    private Term of(int place, Kind kind) {
        Operations.require(term(place), kind, function.signature());
        return term(place);
    }

    /** The text at a place, which must be written in the mapping itself. */
    String constantText(int place) {
        return (String) constant(place, Kind.TEXT);
    }

    /** The whole number at a place, which must be written in the mapping itself. */
    int constantInt(int place, int least, int most) {
        var number = (BigDecimal) constant(place, Kind.NUMBER);
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new WrongExpressionException(function.signature() + " needs a whole number from " + least + " to "
                    + most + " here, not " + number);
        }
        return number.intValueExact();
    }

    private Object constant(int place, Kind kind) {
        var term = of(place, kind);
        var value = term.is(Trait.CONSTANT) ? term.value(new Scene(0)) : null;
        if (value == null) {
            throw new WrongExpressionException(
                    function.signature() + " needs " + kind.words() + " written here, not computed");
        }
        return value;
    }

    /** A term that is null where any argument is. */
    Term strict(Kind kind, Rule rule, SqlText sql) {
        Computation computation = scene -> {
            var values = new Object[terms.size()];
            for (int i = 0; i < values.length; i++) {
                var value = terms.get(i).value(scene);
                if (value == null) {
                    return null;
                }
                values[i] = value;
            }
            return rule.of(List.of(values));
        };
        return Term.of(kind, computation, sql, terms);
    }

    /** The same name and arguments in SQL. */
    String sql(String name) {
        return sql(name, terms);
    }

    static String sql(String name, List<Term> terms) {
        return terms.stream().map(term -> term.sql().text()).collect(Collectors.joining(", ", name + "(", ")"));
    }

    String sql(int place) {
        return term(place).sql().text();
    }
}
