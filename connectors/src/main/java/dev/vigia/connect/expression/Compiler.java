package dev.vigia.connect.expression;

import dev.vigia.connect.expression.Expression.Binary;
import dev.vigia.connect.expression.Expression.Call;
import dev.vigia.connect.expression.Expression.Case;
import dev.vigia.connect.expression.Expression.Column;
import dev.vigia.connect.expression.Expression.Constant;
import dev.vigia.connect.expression.Expression.In;
import dev.vigia.connect.expression.Expression.IsNull;
import dev.vigia.connect.expression.Expression.Mapped;
import dev.vigia.connect.expression.Expression.Negative;
import dev.vigia.connect.expression.Expression.Not;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Binds expressions to columns, and refuses those whose kinds do not go together. */
public final class Compiler {

    private final Scope scope;
    private final Setting setting;

    public Compiler(Scope scope, Setting setting) {
        this.scope = scope;
        this.setting = setting;
    }

    /**
     * The expression, bound.
     *
     * @throws WrongExpressionException where it cannot be, in words that say what to do
     */
    public Term compile(Expression expression) {
        if (expression instanceof Column column) {
            return scope.column(column.lookup(), column.name());
        }
        if (expression instanceof Constant constant) {
            return constant(constant.value());
        }
        if (expression instanceof Binary binary) {
            return Operations.of(binary.operator(), compile(binary.left()), compile(binary.right()));
        }
        if (expression instanceof Negative negative) {
            return Operations.negative(compile(negative.of()));
        }
        if (expression instanceof Not not) {
            return Truths.not(compile(not.of()));
        }
        if (expression instanceof IsNull isNull) {
            return Truths.isNull(compile(isNull.of()), isNull.negated());
        }
        if (expression instanceof In in) {
            return in(in);
        }
        if (expression instanceof Case cases) {
            return Cases.of(cases.parts().stream().map(this::compile).toList());
        }
        if (expression instanceof Mapped mapped) {
            return ValueMap.of(compile(mapped.of()), mapped);
        }
        return call((Call) expression);
    }

    private Term in(In in) {
        var of = compile(in.of());
        if (in.choices().isEmpty()) {
            throw new WrongExpressionException("in () lists nothing: name at least one value");
        }
        var any = in.choices().stream()
                .map(choice -> Operations.of(Operator.EQUAL, of, compile(choice)))
                .reduce((left, right) -> Operations.of(Operator.OR, left, right))
                .orElseThrow();
        return in.negated() ? Truths.not(any) : any;
    }

    private Term call(Call call) {
        return Function.named(call.function()).call(terms(call.arguments()), setting);
    }

    private List<Term> terms(List<Expression> expressions) {
        return expressions.stream().map(this::compile).toList();
    }

    static Term constant(Constant constant) {
        return constant(constant.value());
    }

    private static Term constant(@Nullable Object value) {
        return Term.of(kind(value), scene -> value, () -> Sql.constant(value)).and(Trait.CONSTANT);
    }

    private static Kind kind(@Nullable Object value) {
        return value == null
                ? Kind.NOTHING
                : Stream.of(Kind.NUMBER, Kind.TEXT, Kind.BOOLEAN)
                        .filter(kind -> kind.javaType().isInstance(value))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no constant: " + value));
    }
}
