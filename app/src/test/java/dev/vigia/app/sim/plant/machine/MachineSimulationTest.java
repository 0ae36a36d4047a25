package dev.vigia.app.sim.plant.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.plant.Plant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineSimulationTest {

    private static final CompanySettings SETTINGS = CompanySettings.DEFAULT;

    @Test
    void shouldSayAloneWhatItSaysInThePlant() {
        // Given
        var plant = new Plant(SETTINGS);
        var alone = new MachineSimulation(new Fleet(SETTINGS).machine(5), SETTINGS);
        // When
        var inThePlant = plant.plan(SETTINGS.start(), plant.initialState(), List.of());
        var byItself = alone.plan(day(SETTINGS.start(), SETTINGS.zone()), alone.initialState(), List.of());
        // Then
        assertThat(byItself.readings().toList())
                .isNotEmpty()
                .isEqualTo(inThePlant
                        .readings()
                        .get()
                        .filter(reading -> reading.machine().equals("M-005"))
                        .toList());
    }

    @Test
    void shouldLiveAsManyTicksAsTheDayHasWhenTheClocksChange() {
        // Given
        var berlin = ZoneId.of("Europe/Berlin");
        // Then
        assertThat(day(LocalDate.of(2026, 3, 29), berlin).ticks()).hasSize(23 * 6);
        assertThat(day(LocalDate.of(2026, 10, 25), berlin).ticks()).hasSize(25 * 6);
        assertThat(day(LocalDate.of(2026, 10, 26), berlin).ticks()).hasSize(Tick.PER_DAY);
    }

    private static BusinessDay day(LocalDate date, ZoneId zone) {
        return BusinessDay.of(date, zone);
    }
}
