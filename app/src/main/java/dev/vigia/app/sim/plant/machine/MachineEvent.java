package dev.vigia.app.sim.plant.machine;

import java.time.Instant;
import java.util.Map;

/** What happens to a machine and is worth writing down. */
public sealed interface MachineEvent {

    Instant at();

    /** It does something else from now on. */
    record StateEntered(Instant at, OperatingState state) implements MachineEvent {}

    /** Wear has broken it; nobody knows why until the order says so. */
    record BrokeDown(Instant at, FailureMode mode, String order) implements MachineEvent {}

    /** A maintenance order was written. */
    record OrderReported(Instant at, WorkOrder order) implements MachineEvent {}

    /** The mechanic has come. */
    record WorkBegun(Instant at, WorkOrder order) implements MachineEvent {}

    /** The mechanic has gone. */
    record WorkFinished(Instant at, WorkOrder order) implements MachineEvent {}

    /** From now on a sensor does not tell the truth. */
    record SensorFailed(Instant at, SensorFault fault) implements MachineEvent {}

    /** A fault ended before its time, because another came over it. */
    record SensorFaultCut(Instant at, SensorFault fault) implements MachineEvent {}

    /** How worn it is at the end of a day. */
    record WearMeasured(Instant at, Map<FailureMode, Double> levels, FailureMode leading) implements MachineEvent {}
}
