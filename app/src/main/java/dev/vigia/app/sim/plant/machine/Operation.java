package dev.vigia.app.sim.plant.machine;

import java.time.Instant;

/**
 * What a machine is doing, since when, and until when it stands still for want of material.
 *
 * <pre>
 *   OFF ──► STARTING ──► RUNNING
 *    ▲         │            │
 *    ├─────────┴────────────┤
 *    ▼                      ▼
 *   MAINTENANCE ──► STARTING or OFF
 * </pre>
 */
public record Operation(OperatingState state, Instant since, Instant idleUntil) {

    /** The state at this tick, given what the shift wants and what the workshop allows. */
    Operation at(Tick tick, boolean wanted, Availability availability) {
        var next = next(wanted && !tick.at().isBefore(idleUntil), availability);
        return next == state ? this : new Operation(next, tick.at(), idleUntil);
    }

    private OperatingState next(boolean wanted, Availability availability) {
        return switch (availability) {
            case IN_WORK -> OperatingState.MAINTENANCE;
            case BROKEN -> OperatingState.OFF;
            case READY -> wanted ? running() : OperatingState.OFF;
        };
    }

    private OperatingState running() {
        return state.turning() ? OperatingState.RUNNING : OperatingState.STARTING;
    }

    Operation idle(Instant until) {
        return new Operation(state, since, until);
    }

    /** What the workshop says of a machine. */
    enum Availability {
        READY,
        BROKEN,
        IN_WORK
    }
}
