package dev.vigia.app.sim.plant;

import static dev.vigia.app.sim.plant.PlantFixture.breakSensor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.sim.Day;
import dev.vigia.app.sim.Reading;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.plant.machine.SensorFaultKind;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SensorFaultTest {

    private static final int TICKS = 30;

    private final PlantFixture plant = new PlantFixture(PlantFixture.SEED);

    @BeforeEach
    void liveAWhile() {
        plant.live(3);
    }

    @ParameterizedTest
    @EnumSource
    void shouldChangeTheReadingsOfOneSensorAndNothingElseWhenItIsBroken(SensorFaultKind kind) {
        // Given
        var healthy = plant.plan();
        // When
        var broken = plant.plan(breakSensor(plant.at(9, 0), kind.code()));
        // Then
        assertThat(changes(broken)).isEqualTo(changes(healthy));
        assertThat(readings(broken, this::ofAnother)).isEqualTo(readings(healthy, this::ofAnother));
        assertThat(readings(broken, this::afterwards)).isEqualTo(readings(healthy, this::afterwards));
        assertThat(readings(broken, this::meanwhile)).isNotEqualTo(readings(healthy, this::meanwhile));
    }

    @Test
    void shouldSendNothingWhenASensorIsSilent() {
        assertThat(broken("silence")).isEmpty();
    }

    @Test
    void shouldRepeatOneValueWhenASensorIsFlat() {
        assertThat(broken("flatline"))
                .hasSize(TICKS)
                .extracting(Reading::value)
                .containsOnly(broken("flatline").get(0).value());
    }

    @Test
    void shouldLeaveTheRangeOfTheChannelWhenASensorIsOutOfRange() {
        assertThat(broken("out-of-range"))
                .hasSize(TICKS)
                .noneMatch(reading -> reading.value() > -20 && reading.value() < 180);
    }

    @Test
    void shouldBeTooHighByAConstantWhenASensorJumps() {
        // Given
        var healthy = readings(plant.plan(), this::meanwhile);
        // When
        var jumped = broken("jump");
        // Then
        var size = jumped.get(0).value() - healthy.get(0).value();
        assertThat(size).isGreaterThan(4);
        for (var index = 0; index < TICKS; index++) {
            assertThat(jumped.get(index).value() - healthy.get(index).value()).isBetween(size - 0.11, size + 0.11);
        }
    }

    @Test
    void shouldSendFahrenheitAsCelsiusWhenASensorMixesUpItsUnits() {
        // Given
        var healthy = readings(plant.plan(), this::meanwhile);
        // When
        var mixedUp = broken("unit-mix-up");
        // Then
        for (var index = 0; index < TICKS; index++) {
            var fahrenheit = 32 + 1.8 * healthy.get(index).value();
            assertThat(mixedUp.get(index).value()).isBetween(fahrenheit - 0.2, fahrenheit + 0.2);
            assertThat(mixedUp.get(index).unit()).isEqualTo("degC");
        }
    }

    @Test
    void shouldEndTheFirstFaultWhenASecondIsOrderedForTheSameSensor() {
        // When
        var day = plant.plan(breakSensor(plant.at(9, 0), "flatline"), breakSensor(plant.at(11, 0), "jump"));
        // Then
        var faults = day.changes().stream().filter(SensorFaultTest::ofAFault).toList();
        assertThat(faults)
                .extracting(RowChange::kind)
                .containsExactly(RowChange.Kind.INSERT, RowChange.Kind.UPDATE, RowChange.Kind.INSERT);
        assertThat(faults.get(1).values())
                .containsEntry("ended_at", faults.get(2).at());
    }

    private List<Reading> broken(String kind) {
        return readings(plant.plan(breakSensor(plant.at(9, 0), kind)), this::meanwhile);
    }

    private static List<RowChange> changes(Day<PlantState> day) {
        return day.changes().stream().filter(change -> !ofAFault(change)).toList();
    }

    private static boolean ofAFault(RowChange change) {
        return change.table().name().equals("truth.sensor_fault");
    }

    private static List<Reading> readings(Day<PlantState> day, Predicate<Reading> which) {
        return day.readings().get().filter(which).toList();
    }

    private boolean ofAnother(Reading reading) {
        return !reading.machine().equals("M-001") || !reading.measure().equals("temperature");
    }

    /** The fault begins with the first tick after nine and lasts five hours. */
    private boolean meanwhile(Reading reading) {
        var since = Duration.between(plant.at(9, 10), reading.observedAt());
        return !ofAnother(reading) && !since.isNegative() && since.toMinutes() < TICKS * 10;
    }

    private boolean afterwards(Reading reading) {
        return !ofAnother(reading) && !reading.observedAt().isBefore(plant.at(14, 10));
    }
}
