package dev.vigia.app.sim.plant.machine;

/** What acts on the body of a machine during one tick. */
record Circumstances(OperatingState state, double load, double ambient, Influences influences, Symptoms symptoms) {}
