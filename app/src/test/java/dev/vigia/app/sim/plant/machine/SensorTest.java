package dev.vigia.app.sim.plant.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Draws;
import dev.vigia.app.sim.Reading;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SensorTest {

    private static final CompanySettings SETTINGS = CompanySettings.DEFAULT;

    private final Machine machine = new Fleet(SETTINGS).machine(1);
    private final BusinessDay day = BusinessDay.of(SETTINGS.start(), SETTINGS.zone());

    @Test
    void shouldSaturateAtTheEndOfItsRangeWhenTheMachineShakesMore() {
        // When
        var readings = vibration(44, 1);
        // Then
        assertThat(readings)
                .hasSize(Tick.PER_DAY)
                .allMatch(value -> value <= 45)
                .contains(45.0);
    }

    @Test
    void shouldStayNearTheTruthWhenThereAreNoBursts() {
        // When
        var readings = vibration(2, 0);
        // Then
        assertThat(readings.stream().mapToDouble(value -> value).average().orElseThrow())
                .isBetween(1.9, 2.1);
    }

    private List<Double> vibration(double truth, double bursts) {
        var draws = new Draws(7);
        var weather = new Weather(draws, machine.place(), day.date());
        var conditions = day.ticks().stream()
                .map(tick -> new Condition(tick, OperatingState.RUNNING, 0.8, 25, truth, 60, 40, bursts, 0))
                .toList();
        var sensor = new Sensor(
                new Surroundings(machine, day, weather, draws),
                machine.channel(Measure.VIBRATION),
                conditions,
                List.of());
        return IntStream.range(0, Tick.PER_DAY)
                .mapToObj(tick -> sensor.reading(tick).map(Reading::value).orElseThrow())
                .toList();
    }
}
