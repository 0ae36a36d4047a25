package dev.vigia.app.sim.plant;

import dev.vigia.app.sim.Command;
import dev.vigia.app.sim.plant.machine.MachineState;
import java.util.List;
import java.util.Map;

/**
 * What the plant carries from one day to the next.
 *
 * @param machines by id
 * @param pending commands that came after the last tick of a day and show on the next
 */
public record PlantState(Map<String, MachineState> machines, List<Command> pending) {}
