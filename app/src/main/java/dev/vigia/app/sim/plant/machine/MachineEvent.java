package dev.vigia.app.sim.plant.machine;

import java.time.Instant;
import java.util.Map;

/** What happens to a machine and is worth writing down. */
public sealed interface MachineEvent {

    Instant at();

    <T> T tell(Listener<T> listener);

    /** It does something else from now on. */
    record StateEntered(Instant at, OperatingState state) implements MachineEvent {
        @Override
        public <T> T tell(Listener<T> listener) {
            return listener.stateEntered(this);
        }
    }

    /** Wear has broken it. */
    record BrokeDown(Instant at, FailureMode mode, String order) implements MachineEvent {
        @Override
        public <T> T tell(Listener<T> listener) {
            return listener.brokeDown(this);
        }
    }

    /** A maintenance order was written. */
    record OrderReported(Instant at, WorkOrder order) implements MachineEvent {
        @Override
        public <T> T tell(Listener<T> listener) {
            return listener.orderReported(this);
        }
    }

    /** The mechanic has come. */
    record WorkBegun(Instant at, WorkOrder order) implements MachineEvent {
        @Override
        public <T> T tell(Listener<T> listener) {
            return listener.workBegun(this);
        }
    }

    /** The mechanic has gone. */
    record WorkFinished(Instant at, WorkOrder order) implements MachineEvent {
        @Override
        public <T> T tell(Listener<T> listener) {
            return listener.workFinished(this);
        }
    }

    /** From now on a sensor does not tell the truth. */
    record SensorFailed(Instant at, SensorFault fault) implements MachineEvent {
        @Override
        public <T> T tell(Listener<T> listener) {
            return listener.sensorFailed(this);
        }
    }

    /** A fault ended before its time, because another came over it. */
    record SensorFaultCut(Instant at, SensorFault fault) implements MachineEvent {
        @Override
        public <T> T tell(Listener<T> listener) {
            return listener.sensorFaultCut(this);
        }
    }

    /** How worn it is at the end of a day. */
    record WearMeasured(Instant at, Map<FailureMode, Double> levels, FailureMode leading) implements MachineEvent {
        @Override
        public <T> T tell(Listener<T> listener) {
            return listener.wearMeasured(this);
        }
    }

    /** Has an answer to every kind of event. */
    interface Listener<T> {

        T stateEntered(StateEntered event);

        T brokeDown(BrokeDown event);

        T orderReported(OrderReported event);

        T workBegun(WorkBegun event);

        T workFinished(WorkFinished event);

        T sensorFailed(SensorFailed event);

        T sensorFaultCut(SensorFaultCut event);

        T wearMeasured(WearMeasured event);
    }
}
