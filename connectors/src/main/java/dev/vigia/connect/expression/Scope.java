package dev.vigia.connect.expression;

import org.jspecify.annotations.Nullable;

/** Knows what the names in an expression stand for. */
@FunctionalInterface
public interface Scope {

    /**
     * A column.
     *
     * @param lookup by which it is found; null for the row itself
     * @throws WrongExpressionException where there is none of this name, with the nearest
     */
    Term column(@Nullable String lookup, String name);
}
