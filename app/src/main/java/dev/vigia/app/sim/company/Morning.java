package dev.vigia.app.sim.company;

import java.time.LocalDate;
import java.util.Map;

/**
 * The company at the start of a business day.
 *
 * <p>States are JSON also in memory, so that a day begins with the same state whether or not the program was started
 * anew in between.
 *
 * @param states what each department carried over from the day before, by its name
 */
public record Morning(LocalDate day, Map<String, String> states) {

    public Morning {
        states = Map.copyOf(states);
    }

    String stateOf(String department) {
        var state = states.get(department);
        if (state == null) {
            throw new IllegalStateException("the morning of " + day + " has no state of department " + department);
        }
        return state;
    }
}
