package dev.vigia.app.sim.plant;

import dev.vigia.app.sim.plant.machine.Intervention;

/** A command as understood: what is to be done to which machine. */
record Instruction(String machine, Intervention intervention) {}
