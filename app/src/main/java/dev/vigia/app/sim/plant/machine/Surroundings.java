package dev.vigia.app.sim.plant.machine;

import dev.vigia.app.sim.Draws;
import org.apache.commons.rng.UniformRandomProvider;

/** What a day brings to a machine: its hours, its weather, and its luck, part by part. */
record Surroundings(Machine machine, BusinessDay day, Weather weather, Draws luck) {

    /** Each part has its own source, so that a broken sensor does not change how the machine wears. */
    UniformRandomProvider draws(String part) {
        return luck.of(part, machine.id(), day.date());
    }
}
