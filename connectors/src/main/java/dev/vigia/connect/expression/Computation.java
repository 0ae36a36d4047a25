package dev.vigia.connect.expression;

import org.jspecify.annotations.Nullable;

/** Computes a value from rows. Without state; any thread. */
@FunctionalInterface
public interface Computation {

    /**
     * The value, of its kind's class.
     *
     * @throws RefusedException where there is none that could be used
     */
    @Nullable
    Object of(Scene scene);
}
