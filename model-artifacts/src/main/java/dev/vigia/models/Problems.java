package dev.vigia.models;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a model, so that its author hears of all of it at once. */
public final class Problems {

    private final List<Problem> all = new ArrayList<>();

    /** Notes one; its parts are those of {@link Problem}. */
    public void add(String file, int line, String what, String remedy) {
        all.add(new Problem(file, line, what, remedy));
    }

    /** Notes one that stands at no line. */
    public void add(String file, String what, String remedy) {
        add(file, 0, what, remedy);
    }

    public void add(Problem problem) {
        all.add(problem);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public List<Problem> list() {
        return List.copyOf(all);
    }
}
