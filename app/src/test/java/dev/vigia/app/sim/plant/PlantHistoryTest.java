package dev.vigia.app.sim.plant;

import static dev.vigia.app.sim.plant.PlantFixture.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.sim.Column;
import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.Table;
import dev.vigia.app.sim.plant.machine.FailureMode;
import dev.vigia.app.sim.plant.machine.SensorFaultKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole history of the default company, told once. */
class PlantHistoryTest {

    private static final CompanySettings SETTINGS = CompanySettings.DEFAULT;
    private static final List<RowChange> HISTORY = new ArrayList<>();

    @BeforeAll
    static void liveThroughIt() {
        var plant = new Plant(SETTINGS);
        var state = plant.initialState();
        HISTORY.addAll(plant.opening());
        for (var date = SETTINGS.start(); date.isBefore(SETTINGS.firstLiveDay()); date = date.plusDays(1)) {
            var day = plant.plan(date, state, List.of());
            HISTORY.addAll(day.changes());
            state = day.stateAtEnd();
        }
    }

    @Test
    void shouldMeetEveryFailureMode() {
        assertThat(rows("truth.breakdown"))
                .extracting(row -> value(row, "failure_mode"))
                .contains(Stream.of(FailureMode.values()).map(FailureMode::code).toArray());
    }

    @Test
    void shouldMeetEveryKindOfSensorFault() {
        assertThat(rows("truth.sensor_fault").filter(PlantHistoryTest::inserted))
                .extracting(row -> value(row, "kind"))
                .contains(Stream.of(SensorFaultKind.values())
                        .map(SensorFaultKind::code)
                        .toArray());
    }

    @Test
    void shouldBeAboutFivePercentOfTheTimeWithinAWeekOfABreakdown() {
        // When
        var breakdowns = rows("truth.breakdown").count();
        // Then
        assertThat((double) breakdowns / (SETTINGS.machines() * SETTINGS.weeks()))
                .isBetween(0.03, 0.07);
    }

    @Test
    void shouldGoFromStateToStateAsMachinesDo() {
        // Given
        var possible = Map.of(
                "off", Set.of("starting", "maintenance"),
                "starting", Set.of("running", "off", "maintenance"),
                "running", Set.of("off", "maintenance"),
                "maintenance", Set.of("starting", "off"));
        var last = new HashMap<Object, RowChange>();
        // When
        rows("plant.operating_state").forEach(row -> {
            var before = last.put(value(row, "machine"), row);
            // Then
            if (before != null) {
                assertThat(possible.get(value(before, "state"))).contains((String) value(row, "state"));
                assertThat((Instant) value(row, "since")).isAfter((Instant) value(before, "since"));
            }
        });
        assertThat(last).hasSize(SETTINGS.machines());
    }

    @Test
    void shouldWriteRowsThatTheirTablesTake() {
        // Given
        var keys = new HashSet<List<?>>();
        // When
        for (var change : HISTORY) {
            var isNew = keys.add(List.of(change.table().name(), change.key()));
            // Then
            assertThat(isNew).as(change::toString).isEqualTo(inserted(change));
            assertThat(takenBy(change.table(), change)).as(change::toString).isTrue();
        }
    }

    @Test
    void shouldFinishEveryOrderThatIsNotFromTheLastDays() {
        // Given
        var lastDays = SETTINGS.firstLiveDay()
                .minusDays(6)
                .atStartOfDay(SETTINGS.zone())
                .toInstant();
        var open = new HashSet<Object>();
        // When
        rows("plant.maintenance_order")
                .filter(row -> row.at().isBefore(lastDays))
                .forEach(row -> {
                    if (inserted(row)) {
                        open.add(value(row, "id"));
                    }
                });
        rows("plant.maintenance_order")
                .filter(row -> row.values().get("finished_at") != null)
                .forEach(row -> open.remove(value(row, "id")));
        // Then
        assertThat(open).isEmpty();
    }

    @Test
    void shouldWearBetweenNewAndBrokenEveryDay() {
        assertThat(rows("truth.wear"))
                .hasSize(SETTINGS.machines() * SETTINGS.weeks() * 7)
                .allSatisfy(row -> {
                    for (var mode : FailureMode.values()) {
                        assertThat((Double) value(row, mode.code())).isBetween(0.0, 1.0);
                    }
                });
    }

    @Test
    void shouldBreakDownMostlyWithAWarningAndSometimesWithoutOne() {
        // Given
        var wear = new HashMap<List<Object>, Double>();
        rows("truth.wear").forEach(row -> {
            for (var mode : FailureMode.values()) {
                var key = List.of(value(row, "machine"), value(row, "day"), mode.code());
                wear.put(key, (Double) value(row, mode.code()));
            }
        });
        // When
        var threeDaysBefore = rows("truth.breakdown")
                .map(row -> wear.get(List.of(
                        value(row, "machine"),
                        LocalDate.ofInstant(row.at(), SETTINGS.zone()).minusDays(3),
                        value(row, "failure_mode"))))
                .toList();
        // Then
        assertThat(threeDaysBefore).anyMatch(level -> level < 0.4);
        assertThat(threeDaysBefore.stream().filter(level -> level > 0.5).count())
                .isGreaterThan(threeDaysBefore.size() * 3L / 4);
    }

    private static boolean takenBy(Table table, RowChange change) {
        var taken = table.columns().stream()
                .filter(column -> change.values().containsKey(column.name()))
                .filter(column -> fits(column, change.values().get(column.name())))
                .count();
        return taken == change.values().size() && (taken == table.columns().size() || !inserted(change));
    }

    private static boolean fits(Column column, @Nullable Object value) {
        return value == null || javaType(column.type()).isInstance(value);
    }

    private static Class<?> javaType(Column.Type type) {
        return switch (type) {
            case TEXT -> String.class;
            case INTEGER -> Integer.class;
            case BIGINT -> Long.class;
            case QUANTITY, MONEY -> BigDecimal.class;
            case REAL -> Double.class;
            case BOOLEAN -> Boolean.class;
            case DATE -> LocalDate.class;
            case INSTANT -> Instant.class;
        };
    }

    private static Stream<RowChange> rows(String table) {
        return HISTORY.stream().filter(change -> change.table().name().equals(table));
    }

    private static boolean inserted(RowChange change) {
        return change.kind() == RowChange.Kind.INSERT;
    }
}
