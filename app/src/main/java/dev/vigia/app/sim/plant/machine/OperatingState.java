package dev.vigia.app.sim.plant.machine;

import java.util.Locale;

/** What a machine is doing. */
public enum OperatingState {
    OFF,
    STARTING,
    RUNNING,
    MAINTENANCE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean turning() {
        return this == STARTING || this == RUNNING;
    }
}
