package dev.vigia.app.sim.plant;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.plant.machine.BusinessDay;
import dev.vigia.app.sim.plant.machine.Fleet;
import dev.vigia.app.sim.plant.machine.Machine;
import dev.vigia.app.sim.plant.machine.MachineDay;
import dev.vigia.app.sim.plant.machine.MachineEvent;
import dev.vigia.app.sim.plant.machine.MachineEvent.BrokeDown;
import dev.vigia.app.sim.plant.machine.MachineEvent.SensorFailed;
import dev.vigia.app.sim.plant.machine.MachineEvent.WearMeasured;
import dev.vigia.app.sim.plant.machine.MachineEvent.WorkFinished;
import dev.vigia.app.sim.plant.machine.MachineSimulation;
import dev.vigia.app.sim.plant.machine.Measure;
import dev.vigia.app.sim.plant.machine.OperatingState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** The weeks around the breakdown, of all in the history, that came after the longest time without another or a
 * sensor fault. */
record DyingMachine(Machine machine, List<MachineDay> days) {

    private static final int DAYS = 70;
    private static final int DAYS_AFTER = 5;

    static DyingMachine find(CompanySettings settings) {
        return new Fleet(settings)
                .machines().stream()
                        .map(machine -> new MachineSimulation(machine, settings))
                        .flatMap(simulation -> deaths(simulation, settings).stream())
                        .max(Comparator.comparingLong(Death::quietDays))
                        .map(death -> relive(death, settings))
                        .orElseThrow(() -> new IllegalArgumentException("no machine broke down in " + settings.weeks()
                                + " weeks; take more weeks, more machines or another seed"));
    }

    String title() {
        return "%s (%s): %s"
                .formatted(
                        machine.name(),
                        machine.id(),
                        breakdowns().get(breakdowns().size() - 1).mode().complaint());
    }

    Instant begin() {
        return days.get(0).conditions().get(0).tick().at();
    }

    Instant end() {
        return wear().get(wear().size() - 1).at();
    }

    /** The highest that a channel truly was while the machine ran, short of bursts and of the rush of starting. */
    double peak(Measure measure) {
        return days.stream()
                .flatMap(day -> day.conditions().stream())
                .filter(condition -> condition.state() == OperatingState.RUNNING)
                .mapToDouble(condition -> condition.of(measure))
                .max()
                .orElse(1);
    }

    List<BrokeDown> breakdowns() {
        return events(BrokeDown.class);
    }

    List<WearMeasured> wear() {
        return events(WearMeasured.class);
    }

    List<WorkFinished> repairs() {
        return events(WorkFinished.class).stream()
                .filter(event -> event.order().corrective())
                .toList();
    }

    private <T extends MachineEvent> List<T> events(Class<T> kind) {
        return days.stream()
                .flatMap(day -> day.events().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static List<Death> deaths(MachineSimulation simulation, CompanySettings settings) {
        var deaths = new ArrayList<Death>();
        var disturbed = new AtomicInteger();
        live(simulation, settings, (day, index) -> {
            if (happens(BrokeDown.class, day)) {
                deaths.add(new Death(simulation, index, index - disturbed.get()));
            }
            if (happens(BrokeDown.class, day) || happens(SensorFailed.class, day)) {
                disturbed.set(index);
            }
        });
        return deaths;
    }

    private static boolean happens(Class<? extends MachineEvent> kind, MachineDay day) {
        return day.events().stream().anyMatch(kind::isInstance);
    }

    private static DyingMachine relive(Death death, CompanySettings settings) {
        var days = new ArrayList<MachineDay>();
        live(death.simulation, settings, (day, index) -> {
            if (index > death.day + DAYS_AFTER - DAYS && index <= death.day + DAYS_AFTER) {
                days.add(day);
            }
        });
        return new DyingMachine(death.simulation.machine(), days);
    }

    private static void live(
            MachineSimulation simulation, CompanySettings settings, BiConsumer<MachineDay, Integer> witness) {
        var state = simulation.initialState();
        var days = (int) ChronoUnit.DAYS.between(settings.start(), settings.firstLiveDay());
        for (var index = 0; index < days; index++) {
            var date = settings.start().plusDays(index);
            var day = simulation.plan(BusinessDay.of(date, settings.zone()), state, List.of());
            witness.accept(day, index);
            state = day.stateAtEnd();
        }
    }

    /** A breakdown on a day of the history, and how long it had been quiet. */
    private record Death(MachineSimulation simulation, int day, int quietDays) {}
}
