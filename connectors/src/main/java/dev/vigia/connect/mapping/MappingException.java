package dev.vigia.connect.mapping;

import java.util.List;
import java.util.stream.Collectors;

/** A mapping file that cannot be used; all that is wrong with it, a line each. */
public final class MappingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public MappingException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }
}
