package dev.vigia.app.sim.plant.machine;

import java.time.Instant;
import java.util.List;

/** The maintenance of one machine: how many orders it has had, which are open, and when the next service is planned. */
public record Upkeep(int orders, List<WorkOrder> open, Instant nextService) {

    public Upkeep {
        open = List.copyOf(open);
    }
}
