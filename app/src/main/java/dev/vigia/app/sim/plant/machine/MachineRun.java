package dev.vigia.app.sim.plant.machine;

import dev.vigia.app.sim.plant.machine.Intervention.BreakSensor;
import dev.vigia.app.sim.plant.machine.Intervention.WearOut;
import dev.vigia.app.sim.plant.machine.MachineEvent.StateEntered;
import dev.vigia.app.sim.plant.machine.MachineEvent.WearMeasured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** One day in the life of one machine, tick by tick. */
final class MachineRun {

    private static final double STOPS_PER_TICK = Tick.HOURS / 45;

    private final Surroundings surroundings;
    private final Workshop workshop;
    private final Deterioration deterioration;
    private final Influences influences;
    private final Sensors sensors;
    private final Body body;
    private final Load load;
    private final UniformRandomProvider habits;
    private final Duration lateness;
    private final List<MachineEvent> events = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>(Tick.PER_DAY);
    private Operation operation;

    MachineRun(Surroundings surroundings, MachineState state) {
        var machine = surroundings.machine();
        this.surroundings = surroundings;
        this.workshop = new Workshop(machine.id(), state.upkeep(), surroundings.draws("workshop"), events::add);
        this.deterioration = new Deterioration(machine, state.wear(), surroundings.draws("wear"));
        this.influences = new Influences(state.influences(), surroundings.draws("influences"));
        this.sensors = new Sensors(machine, state.faults(), surroundings.draws("sensors"), events::add);
        this.body = new Body(machine, state.temperature(), surroundings.draws("body"));
        this.load = new Load(machine);
        this.habits = surroundings.draws("habits");
        this.lateness = Tick.LENGTH.multipliedBy(habits.nextInt(3));
        this.operation = state.operation();
    }

    MachineDay live(List<Intervention> interventions) {
        var ticks = surroundings.day().ticks();
        var before = Instant.MIN;
        for (var tick : ticks) {
            intervene(tick, interventions, before);
            live(tick);
            before = tick.at();
        }
        events.add(new WearMeasured(before, deterioration.levels(), deterioration.leading()));
        return new MachineDay(surroundings, conditions, sensors.seen(), events, state());
    }

    private void live(Tick tick) {
        wear(tick);
        mend(tick);
        influences.advance();
        operate(tick);
        var condition = body.at(tick, circumstances(tick));
        sensors.advance(condition);
        conditions.add(condition);
    }

    private void intervene(Tick tick, List<Intervention> interventions, Instant before) {
        interventions.stream()
                .filter(intervention -> intervention.at().isBefore(tick.at()))
                .filter(intervention -> !intervention.at().isBefore(before))
                .forEach(this::intervene);
    }

    private void intervene(Intervention intervention) {
        if (intervention instanceof WearOut order) {
            deterioration.hurry(
                    order.mode().orElseGet(deterioration::leading), order.at().plus(order.within()));
        } else if (intervention instanceof BreakSensor order) {
            sensors.breakSensor(order);
        }
    }

    private void wear(Tick tick) {
        deterioration
                .advance(tick, operation.state(), load.at(tick, influences))
                .ifPresent(mode -> breakDown(tick, mode));
    }

    private void breakDown(Tick tick, FailureMode mode) {
        deterioration.breakDown(mode);
        workshop.breakDown(tick.at(), mode);
    }

    private void mend(Tick tick) {
        workshop.attend(tick.at()).ifPresent(deterioration::mend);
    }

    private void operate(Tick tick) {
        if (habits.nextDouble() < STOPS_PER_TICK) {
            operation = operation.idle(tick.at().plus(someMinutes()));
        }
        var wanted = surroundings.machine().shifts().runAt(tick.local().minus(lateness));
        var next = operation.at(tick, wanted, workshop.availability());
        if (next.state() != operation.state()) {
            events.add(new StateEntered(tick.at(), next.state()));
        }
        operation = next;
    }

    private Duration someMinutes() {
        return Duration.ofMinutes((long) (20 - 50 * Math.log(1 - habits.nextDouble())));
    }

    private Circumstances circumstances(Tick tick) {
        var state = operation.state();
        var ambient = surroundings.weather().at(tick);
        if (!state.turning()) {
            return new Circumstances(state, 0, ambient, influences, Symptoms.NONE);
        }
        var carried = load.at(tick, influences);
        return new Circumstances(state, carried, ambient, influences, deterioration.symptoms(carried));
    }

    private MachineState state() {
        return new MachineState(
                operation,
                body.temperature(),
                influences.state(),
                deterioration.state(),
                workshop.state(),
                sensors.state());
    }
}
