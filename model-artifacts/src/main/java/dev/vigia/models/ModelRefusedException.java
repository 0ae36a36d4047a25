package dev.vigia.models;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A model that cannot be trusted with a single forecast, with all that is wrong with it. */
public final class ModelRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ModelRefusedException(Path folder, List<Problem> problems) {
        super("The model in " + folder + " is refused: "
                + problems.stream().map(Problem::toString).collect(Collectors.joining(" ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
