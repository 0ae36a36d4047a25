package dev.vigia.app.sim.plant.machine;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Draws;
import java.time.Duration;
import java.util.List;

/**
 * One machine from day to day, without a plant or a database around it: take {@link #initialState()}, then plan day
 * after day with the state in which the one before ended.
 *
 * <p>Pure: the same seed, day, state and interventions give the same day, and an intervention changes nothing before the
 * first tick after its time. One after the last tick of a day belongs to the next.
 */
public final class MachineSimulation {

    private static final Duration MORNING = Duration.ofHours(8);
    private static final Duration EVENING = Duration.ofHours(8);

    private final Machine machine;
    private final CompanySettings settings;
    private final Draws draws;

    public MachineSimulation(Machine machine, CompanySettings settings) {
        this.machine = machine;
        this.settings = settings;
        this.draws = new Draws(settings.seed());
    }

    public Machine machine() {
        return machine;
    }

    /** Off since the evening before, somewhere in the middle of its life and of its service interval. */
    public MachineState initialState() {
        var random = draws.of("initial", machine.id());
        var start = BusinessDay.start(settings.start(), settings.zone());
        return new MachineState(
                new Operation(OperatingState.OFF, start.minus(EVENING), start),
                25,
                Influences.start(random),
                Deterioration.start(machine, random),
                Workshop.start(start.plus(MORNING), random),
                List.of());
    }

    public MachineDay plan(BusinessDay day, MachineState state, List<Intervention> interventions) {
        var weather = new Weather(draws, machine.place(), day.date());
        return new MachineRun(new Surroundings(machine, day, weather, draws), state).live(interventions);
    }
}
