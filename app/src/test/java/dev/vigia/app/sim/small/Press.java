package dev.vigia.app.sim.small;

import dev.vigia.app.sim.Column;
import dev.vigia.app.sim.Command;
import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Day;
import dev.vigia.app.sim.Department;
import dev.vigia.app.sim.Draws;
import dev.vigia.app.sim.Reading;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.RowChange.Kind;
import dev.vigia.app.sim.Table;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One machine that wears evenly, and faster from the moment at which it is told to; read every ten minutes. */
public record Press(CompanySettings settings) implements Department<Press.State> {

    public static final String NAME = "M-1";

    public static final Table WEAR = new Table(
            "plant.wear",
            1,
            List.of(new Column("measured_at", Column.Type.INSTANT), new Column("wear", Column.Type.REAL)));

    private static final Duration TICK = Duration.ofMinutes(10);

    /** Wear so far, and how much is added in a tick. */
    public record State(double wear, double rate) {}

    @Override
    public String name() {
        return "press";
    }

    @Override
    public List<Table> tables() {
        return List.of(WEAR);
    }

    @Override
    public Class<State> stateType() {
        return State.class;
    }

    @Override
    public State initialState() {
        return new State(0, 0.001);
    }

    @Override
    public List<RowChange> opening() {
        return List.of();
    }

    @Override
    public Set<String> commands() {
        return Set.of("wear-out");
    }

    @Override
    public Optional<String> refusal(Command command) {
        var machine = command.arguments().get("machine");
        return NAME.equals(machine) ? Optional.empty() : Optional.of("There is no machine " + machine + ".");
    }

    @Override
    public Day<State> plan(LocalDate day, State state, List<Command> commands) {
        var rows = new ArrayList<RowChange>();
        var readings = new ArrayList<Reading>();
        var draws = new Draws(settings.seed()).of("press", day);
        var end = day.plusDays(1).atStartOfDay(settings.zone()).toInstant();
        var wear = state.wear();
        var rate = state.rate();
        for (var at = day.atStartOfDay(settings.zone()).toInstant(); at.isBefore(end); at = at.plus(TICK)) {
            var now = at;
            rate = commands.stream().anyMatch(command -> !command.at().isAfter(now)) ? 1 : rate;
            wear += rate * draws.nextDouble();
            rows.add(new RowChange(at, WEAR, Kind.INSERT, Map.of("measured_at", at, "wear", wear)));
            readings.add(new Reading(at, NAME, "vibration", wear, "mm/s"));
        }
        return new Day<>(rows, readings::stream, new State(wear, rate));
    }
}
