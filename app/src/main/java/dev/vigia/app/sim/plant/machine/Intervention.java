package dev.vigia.app.sim.plant.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a person does to a machine; it shows from the first tick after its time. */
public sealed interface Intervention {

    Instant at();

    /** Makes a failure mode, or else the leading one, run to breakdown within so long, or when it next runs after that. */
    record WearOut(Instant at, Optional<FailureMode> mode, Duration within) implements Intervention {}

    /** Breaks a sensor for so long. */
    record BreakSensor(Instant at, Measure measure, SensorFaultKind kind, Duration length) implements Intervention {}
}
