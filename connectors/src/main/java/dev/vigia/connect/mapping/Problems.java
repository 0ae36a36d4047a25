package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.WrongExpressionException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a file, so that all of it is said at once. */
final class Problems {

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String field, String what) {
        found.add(new Problem(file, line, field, what));
    }

    /** What a step gives; null, and the problem noted, where the step refuses. */
    <T> @Nullable T attempt(int line, String field, Supplier<T> step) {
        try {
            return step.get();
        } catch (WrongExpressionException e) {
            add(line, field, String.valueOf(e.getMessage()));
            return null;
        }
    }

    String where(int line, String field) {
        return file + ":" + line + " " + field;
    }

    boolean none() {
        return found.isEmpty();
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new MappingException(found.stream()
                    .distinct()
                    .sorted(Comparator.comparingInt(Problem::line))
                    .toList());
        }
    }
}
