package dev.vigia.app.sim.plant;

import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.plant.machine.FailureMode;
import dev.vigia.app.sim.plant.machine.MachineEvent;
import dev.vigia.app.sim.plant.machine.MachineEvent.BrokeDown;
import dev.vigia.app.sim.plant.machine.MachineEvent.OrderReported;
import dev.vigia.app.sim.plant.machine.MachineEvent.SensorFailed;
import dev.vigia.app.sim.plant.machine.MachineEvent.SensorFaultCut;
import dev.vigia.app.sim.plant.machine.MachineEvent.StateEntered;
import dev.vigia.app.sim.plant.machine.MachineEvent.WearMeasured;
import dev.vigia.app.sim.plant.machine.MachineEvent.WorkBegun;
import dev.vigia.app.sim.plant.machine.MachineEvent.WorkFinished;
import dev.vigia.app.sim.plant.machine.WorkOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down what happens to one machine on one day: its states and orders in the books, the rest in the truth. */
record EventRows(String machine, LocalDate day) implements MachineEvent.Listener<RowChange> {

    private static final RowWriter STATES = new RowWriter(PlantTables.OPERATING_STATE);
    private static final RowWriter ORDERS = new RowWriter(PlantTables.MAINTENANCE_ORDER);
    private static final RowWriter WEAR = new RowWriter(PlantTables.WEAR);
    private static final RowWriter FAULTS = new RowWriter(PlantTables.SENSOR_FAULT);
    private static final RowWriter BREAKDOWNS = new RowWriter(PlantTables.BREAKDOWN);

    @Override
    public RowChange stateEntered(StateEntered event) {
        return STATES.insert(event.at(), machine, event.at(), event.state().code());
    }

    @Override
    public RowChange brokeDown(BrokeDown event) {
        return BREAKDOWNS.insert(event.at(), machine, event.at(), event.mode().code(), event.order());
    }

    @Override
    public RowChange orderReported(OrderReported event) {
        var order = event.order();
        var kind = order.corrective() ? "corrective" : "preventive";
        return ORDERS.insert(
                event.at(), order.id(), machine, kind, code(order.mode()), event.at(), null, null, request(order));
    }

    @Override
    public RowChange workBegun(WorkBegun event) {
        return ORDERS.update(event.at(), Map.of("id", event.order().id(), "started_at", event.at()));
    }

    @Override
    public RowChange workFinished(WorkFinished event) {
        var order = event.order();
        return ORDERS.update(event.at(), Map.of("id", order.id(), "finished_at", event.at(), "text", report(order)));
    }

    @Override
    public RowChange sensorFailed(SensorFailed event) {
        var fault = event.fault();
        return FAULTS.insert(
                event.at(),
                machine,
                fault.measure().code(),
                fault.from(),
                fault.until(),
                fault.kind().code());
    }

    @Override
    public RowChange sensorFaultCut(SensorFaultCut event) {
        var fault = event.fault();
        return FAULTS.update(
                event.at(),
                Map.of(
                        "machine", machine,
                        "measure", fault.measure().code(),
                        "began_at", fault.from(),
                        "ended_at", fault.until()));
    }

    @Override
    public RowChange wearMeasured(WearMeasured event) {
        var row = new ArrayList<Object>();
        row.add(machine);
        row.add(day);
        for (var mode : FailureMode.values()) {
            row.add(event.levels().getOrDefault(mode, 0.0));
        }
        row.add(event.leading().code());
        return WEAR.insert(event.at(), row.toArray());
    }

    private static @Nullable String code(@Nullable FailureMode mode) {
        return mode == null ? null : mode.code();
    }

    private static String request(WorkOrder order) {
        return order.mode() == null ? "Half-yearly service" : order.mode().complaint();
    }

    private static String report(WorkOrder order) {
        return order.mode() == null
                ? "Greased, cleaned, tightened, measured"
                : order.mode().remedy();
    }
}
