package dev.vigia.app.sim.plant;

import dev.vigia.app.sim.Command;
import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Day;
import dev.vigia.app.sim.Department;
import dev.vigia.app.sim.Reading;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.Table;
import dev.vigia.app.sim.plant.machine.BusinessDay;
import dev.vigia.app.sim.plant.machine.Fleet;
import dev.vigia.app.sim.plant.machine.Intervention;
import dev.vigia.app.sim.plant.machine.Machine;
import dev.vigia.app.sim.plant.machine.MachineDay;
import dev.vigia.app.sim.plant.machine.MachineSimulation;
import dev.vigia.app.sim.plant.machine.MachineState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The plant of the company: machines that run, wear out, break and are mended, and sensors that mostly tell of it.
 *
 * <p>Obeys {@link PlantCommands}, which show from the first tick after their time, and leaves other commands alone.
 */
public final class Plant implements Department<PlantState> {

    private final CompanySettings settings;
    private final List<MachineSimulation> simulations;
    private final PlantCommands commands;

    public Plant(CompanySettings settings) {
        var machines = new Fleet(settings).machines();
        this.settings = settings;
        this.simulations = machines.stream()
                .map(machine -> new MachineSimulation(machine, settings))
                .toList();
        this.commands = new PlantCommands(machines);
    }

    @Override
    public String name() {
        return "plant";
    }

    @Override
    public List<Table> tables() {
        return PlantTables.ALL;
    }

    @Override
    public Class<PlantState> stateType() {
        return PlantState.class;
    }

    @Override
    public PlantState initialState() {
        var states = new LinkedHashMap<String, MachineState>();
        simulations.forEach(one -> states.put(one.machine().id(), one.initialState()));
        return new PlantState(states, List.of());
    }

    @Override
    public List<RowChange> opening() {
        var rows =
                new OpeningRows(settings.start().atStartOfDay(settings.zone()).toInstant());
        var opening = new ArrayList<RowChange>();
        machines().map(rows::place).forEach(opening::add);
        machines().map(rows::machine).forEach(opening::add);
        machines().flatMap(rows::channels).forEach(opening::add);
        simulations.stream()
                .map(one -> rows.state(one.machine(), one.initialState().operation()))
                .forEach(opening::add);
        return opening;
    }

    private Stream<Machine> machines() {
        return simulations.stream().map(MachineSimulation::machine);
    }

    @Override
    public Set<String> commands() {
        return Set.copyOf(commands.names());
    }

    /** What commands may say, for those who check them before they are given. */
    public PlantCommands vocabulary() {
        return commands;
    }

    @Override
    public Optional<String> refusal(Command command) {
        try {
            commands.understand(command);
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.ofNullable(refused.getMessage());
        }
    }

    @Override
    public Day<PlantState> plan(LocalDate date, PlantState state, List<Command> given) {
        var day = BusinessDay.of(date, settings.zone());
        var told = Stream.concat(state.pending().stream(), given.stream())
                .filter(commands::knows)
                .toList();
        var days = simulations.stream()
                .map(one -> one.plan(day, stateOf(one, state), interventions(one, told)))
                .toList();
        return new Day<>(changes(date, days), () -> readings(day, days), stateAtEnd(days, pending(day, told)));
    }

    private static MachineState stateOf(MachineSimulation simulation, PlantState state) {
        var id = simulation.machine().id();
        return Optional.ofNullable(state.machines().get(id))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the state of the plant has no machine " + id + "; begin from its initial state"));
    }

    private List<Intervention> interventions(MachineSimulation simulation, List<Command> told) {
        return told.stream()
                .map(commands::understand)
                .filter(instruction ->
                        instruction.machine().equals(simulation.machine().id()))
                .map(Instruction::intervention)
                .toList();
    }

    private static List<Command> pending(BusinessDay day, List<Command> told) {
        var last = day.lastTick().at();
        return told.stream().filter(command -> !command.at().isBefore(last)).toList();
    }

    private static List<RowChange> changes(LocalDate date, List<MachineDay> days) {
        return days.stream()
                .flatMap(day -> changes(date, day))
                .sorted(Comparator.comparing(RowChange::at))
                .toList();
    }

    private static Stream<RowChange> changes(LocalDate date, MachineDay day) {
        var rows = new EventRows(day.machine().id(), date);
        return day.events().stream().map(event -> event.tell(rows));
    }

    private static Stream<Reading> readings(BusinessDay day, List<MachineDay> days) {
        var sensors = days.stream().flatMap(one -> one.sensors().stream()).toList();
        return MachineDay.inOrderOfTime(sensors, day.ticks().size());
    }

    private static PlantState stateAtEnd(List<MachineDay> days, List<Command> pending) {
        var states = new LinkedHashMap<String, MachineState>();
        days.forEach(day -> states.put(day.machine().id(), day.stateAtEnd()));
        return new PlantState(states, pending);
    }
}
