package dev.vigia.app.sim.plant.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Draws;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BodyTest {

    private static final Tick TICK = new Tick(Instant.EPOCH, LocalDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC));

    private final Machine machine = new Fleet(CompanySettings.DEFAULT).machine(1);
    private final Draws draws = new Draws(7);

    @Test
    void shouldBeAsMuchWarmerAsTheHallWhenItIsHealthy() {
        // When
        var cool = settled(OperatingState.RUNNING, 0.7, 20, Symptoms.NONE);
        var warm = settled(OperatingState.RUNNING, 0.7, 30, Symptoms.NONE);
        // Then
        assertThat(warm.temperature() - cool.temperature()).isCloseTo(10, within(0.01));
    }

    @Test
    void shouldBeWarmerAndDrawMoreAndShakeMoreWhenItCarriesMore() {
        // When
        var light = settled(OperatingState.RUNNING, 0.5, 20, Symptoms.NONE);
        var heavy = settled(OperatingState.RUNNING, 0.9, 20, Symptoms.NONE);
        // Then
        assertThat(heavy.temperature()).isGreaterThan(light.temperature() + 5);
        assertThat(heavy.current()).isGreaterThan(1.3 * light.current());
        assertThat(heavy.vibration()).isGreaterThan(1.1 * light.vibration());
    }

    @Test
    void shouldTakeHoursToCoolDownWhenItIsSwitchedOff() {
        // Given
        var body = new Body(machine, 70, draws.of("body"));
        // When
        var first = body.at(TICK, circumstances(OperatingState.OFF, 0, 20, Symptoms.NONE))
                .temperature();
        var last = settle(body, circumstances(OperatingState.OFF, 0, 20, Symptoms.NONE))
                .temperature();
        // Then
        assertThat(first).isBetween(55.0, 69.0);
        assertThat(last).isCloseTo(20, within(0.01));
    }

    @Test
    void shouldRushWhenItStarts() {
        // When
        var starting = settled(OperatingState.STARTING, 0.7, 20, Symptoms.NONE);
        var running = settled(OperatingState.RUNNING, 0.7, 20, Symptoms.NONE);
        // Then
        assertThat(starting.current()).isGreaterThan(2 * running.current());
        assertThat(starting.vibration()).isGreaterThan(running.vibration());
    }

    @Test
    void shouldShowEachFailureModeInItsOwnChannel() {
        // Given
        var healthy = settled(OperatingState.RUNNING, 0.8, 20, Symptoms.NONE);
        // When
        var bearing = worn(FailureMode.BEARING);
        var winding = worn(FailureMode.WINDING);
        var cooling = worn(FailureMode.COOLING);
        // Then
        assertThat(bearing.vibration()).isGreaterThan(3 * healthy.vibration());
        assertThat(bearing.current()).isLessThan(1.1 * healthy.current());
        assertThat(winding.current()).isGreaterThan(1.3 * healthy.current());
        assertThat(cooling.temperature()).isGreaterThan(healthy.temperature() + 25);
        assertThat(cooling.current()).isLessThan(1.1 * healthy.current());
    }

    @Test
    void shouldShowImbalanceUnderLoadMoreThanWithoutIt() {
        assertThat(FailureMode.IMBALANCE.symptoms(0.8, 1.0).shake())
                .isGreaterThan(2 * FailureMode.IMBALANCE.symptoms(0.8, 0.5).shake());
    }

    private Condition worn(FailureMode mode) {
        return settled(OperatingState.RUNNING, 0.8, 20, mode.symptoms(0.95, 0.8));
    }

    private Condition settled(OperatingState state, double load, double ambient, Symptoms symptoms) {
        return settle(new Body(machine, 20, draws.of("body")), circumstances(state, load, ambient, symptoms));
    }

    private static Condition settle(Body body, Circumstances circumstances) {
        for (var tick = 0; tick < Tick.PER_DAY; tick++) {
            body.at(TICK, circumstances);
        }
        return body.at(TICK, circumstances);
    }

    private Circumstances circumstances(OperatingState state, double load, double ambient, Symptoms symptoms) {
        return new Circumstances(state, load, ambient, new Influences(Map.of(), draws.of("influences")), symptoms);
    }
}
