package dev.vigia.app.sim.plant.machine;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A maintenance order that is not yet finished.
 *
 * @param mode what broke; none when it is a planned service
 * @param finishesAt known once the work has begun
 */
public record WorkOrder(
        String id,
        @Nullable FailureMode mode,
        Instant startsAt,
        Duration work,
        @Nullable Instant finishesAt) {

    public boolean corrective() {
        return mode != null;
    }

    boolean begun() {
        return finishesAt != null;
    }

    boolean dueAt(Instant at) {
        return !begun() && !at.isBefore(startsAt);
    }

    boolean doneAt(Instant at) {
        return finishesAt != null && !at.isBefore(finishesAt);
    }

    WorkOrder begun(Instant at) {
        return new WorkOrder(id, mode, startsAt, work, at.plus(work));
    }
}
