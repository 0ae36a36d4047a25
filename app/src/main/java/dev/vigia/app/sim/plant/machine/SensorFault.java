package dev.vigia.app.sim.plant.machine;

import java.time.Instant;

/** A time during which a sensor does not tell the truth; the machine knows nothing of it. */
public record SensorFault(Measure measure, SensorFaultKind kind, Instant from, Instant until, Distortion distortion) {

    boolean activeAt(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    boolean silent() {
        return kind == SensorFaultKind.SILENCE;
    }

    SensorFault cutAt(Instant at) {
        return new SensorFault(measure, kind, from, at, distortion);
    }
}
