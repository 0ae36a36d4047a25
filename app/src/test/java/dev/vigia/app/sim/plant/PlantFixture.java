package dev.vigia.app.sim.plant;

import dev.vigia.app.sim.Command;
import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Day;
import dev.vigia.app.sim.RowChange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A small plant that lives day after day, and what it has written so far. */
final class PlantFixture {

    static final long SEED = 7;

    final Plant plant;
    final List<RowChange> written = new ArrayList<>();
    private PlantState state;
    private LocalDate today;

    PlantFixture(long seed) {
        var settings = CompanySettings.DEFAULT;
        var small = new CompanySettings(seed, 1, 30, 4, settings.start(), settings.zone());
        plant = new Plant(small);
        state = plant.initialState();
        today = small.start();
    }

    PlantState state() {
        return state;
    }

    void restore(PlantState state) {
        this.state = state;
    }

    /** Business time of today. */
    Instant at(int hour, int minute) {
        return today.atTime(hour, minute).atZone(CompanySettings.DEFAULT.zone()).toInstant();
    }

    Day<PlantState> plan(Command... commands) {
        return plant.plan(today, state, List.of(commands));
    }

    Day<PlantState> live(Command... commands) {
        var day = plan(commands);
        written.addAll(day.changes());
        state = day.stateAtEnd();
        today = today.plusDays(1);
        return day;
    }

    void live(int days) {
        for (var day = 0; day < days; day++) {
            live();
        }
    }

    List<RowChange> written(String table) {
        return written.stream()
                .filter(change -> change.table().name().equals(table))
                .toList();
    }

    static Command wearOut(Instant at, String mode, int hours) {
        return new Command(
                at, PlantCommands.WEAR_OUT, Map.of("machine", "M-001", "mode", mode, "hours", String.valueOf(hours)));
    }

    static Command breakSensor(Instant at, String kind) {
        return new Command(
                at,
                PlantCommands.BREAK_SENSOR,
                Map.of("machine", "M-001", "measure", "temperature", "kind", kind, "hours", "5"));
    }

    static Object value(RowChange change, String column) {
        return Objects.requireNonNull(change.values().get(column), column);
    }
}
