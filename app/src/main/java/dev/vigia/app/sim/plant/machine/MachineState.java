package dev.vigia.app.sim.plant.machine;

import java.util.List;
import java.util.Map;

/** What a machine carries from one day to the next. */
public record MachineState(
        Operation operation,
        double temperature,
        Map<Influence, Double> influences,
        Map<FailureMode, Wear> wear,
        Upkeep upkeep,
        List<SensorFault> faults) {}
