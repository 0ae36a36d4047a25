package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Expression;
import dev.vigia.connect.expression.Expression.Call;
import dev.vigia.connect.expression.Expression.Column;
import dev.vigia.connect.expression.Function;
import dev.vigia.connect.expression.Names;
import dev.vigia.connect.expression.WrongExpressionException;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can be known of an expression before anyone knows its tables. */
final class Known {

    private Known() {}

    /** Refuses a function that does not exist. */
    static void check(Expression part) {
        if (part instanceof Call call) {
            Function.named(call.function());
        }
    }

    /** Refuses columns of lookups that do not exist. */
    static void checkLookups(@Nullable Expression expression, Collection<String> lookups) {
        columns(expression, column -> {
            var lookup = column.lookup();
            if (lookup != null && !lookups.contains(lookup)) {
                throw new WrongExpressionException(
                        "there is no lookup \"" + lookup + "\" before this. " + Names.hint(lookup, lookups));
            }
        });
    }

    /** Shows all columns of an expression. */
    static void columns(@Nullable Expression expression, Consumer<Column> visitor) {
        if (expression != null) {
            expression.walk(part -> {
                if (part instanceof Column column) {
                    visitor.accept(column);
                }
            });
        }
    }

    /** Shows the constants that an expression may give as they are. */
    static void results(Expression expression, Consumer<Expression.Constant> visitor) {
        if (expression instanceof Expression.Constant constant && constant.value() != null) {
            visitor.accept(constant);
        } else if (expression instanceof Expression.Case cases) {
            cases.whens().forEach(when -> results(when.result(), visitor));
            results(cases.otherwise(), visitor);
        } else if (expression instanceof Call call && call.function().equalsIgnoreCase(Function.COALESCE.name())) {
            call.arguments().forEach(argument -> results(argument, visitor));
        }
    }

    /** Shows the columns that an expression hashes. */
    static void hashed(@Nullable Expression expression, Consumer<Column> visitor) {
        if (expression != null) {
            expression.walk(part -> {
                if (part instanceof Call call && isHash(call)) {
                    columns(call, visitor);
                }
            });
        }
    }

    /** Shows the columns whose values an expression may give as they are. */
    static void clear(Expression expression, Consumer<Column> visitor) {
        if (expression instanceof Column column) {
            visitor.accept(column);
        } else if (!(expression instanceof Call call && isHash(call))) {
            expression.parts().forEach(part -> clear(part, visitor));
        }
    }

    private static boolean isHash(Call call) {
        return call.function().equalsIgnoreCase(Function.HASH.name());
    }
}
