package dev.vigia.connect.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An expression as it is written, before anyone asks what its columns are. */
public sealed interface Expression {

    /** The expressions it is made of. */
    List<Expression> parts();

    /** Shows this expression, its parts, their parts, and so on. */
    default void walk(Consumer<Expression> visitor) {
        visitor.accept(this);
        parts().forEach(part -> part.walk(visitor));
    }

    /** A column of the row, or of the row that a lookup found. */
    record Column(@Nullable String lookup, String name) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of();
        }
    }

    /** A number, text, truth value or null. */
    record Constant(@Nullable Object value) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of();
        }
    }

    /** The number with the other sign. */
    record Negative(Expression of) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(of);
        }
    }

    /** Whether something is not so. */
    record Not(Expression of) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(of);
        }
    }

    /** Two expressions and what stands between them. */
    record Binary(Operator operator, Expression left, Expression right) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }
    }

    /** {@code is null} and {@code is not null}. */
    record IsNull(Expression of, boolean negated) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(of);
        }
    }

    /** {@code in (…)} and {@code not in (…)}. */
    record In(Expression of, List<Expression> choices, boolean negated) implements Expression {
        @Override
        public List<Expression> parts() {
            return Stream.concat(Stream.of(of), choices.stream()).toList();
        }
    }

    /** {@code case when … then … else … end}; without else, null. */
    record Case(List<When> whens, Expression otherwise) implements Expression {
        @Override
        public List<Expression> parts() {
            var parts = new ArrayList<Expression>();
            whens.forEach(when -> parts.addAll(List.of(when.condition(), when.result())));
            parts.add(otherwise);
            return parts;
        }
    }

    /** One branch of a case. */
    record When(Expression condition, Expression result) {}

    /** A function of some arguments. */
    record Call(String function, List<Expression> arguments) implements Expression {
        @Override
        public List<Expression> parts() {
            return arguments;
        }
    }

    /**
     * A value looked up in a list of values; null stays null unless listed.
     *
     * @param otherwise for what is not listed; where it is null, that is refused
     */
    record Mapped(
            Expression of, List<Choice> choices, @Nullable Constant otherwise) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(of);
        }
    }

    /** One line of a list of values; from is null for null. */
    record Choice(@Nullable String from, Constant to) {}
}
