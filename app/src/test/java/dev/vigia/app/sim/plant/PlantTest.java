package dev.vigia.app.sim.plant;

import static dev.vigia.app.sim.plant.PlantFixture.breakSensor;
import static dev.vigia.app.sim.plant.PlantFixture.wearOut;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.vigia.app.sim.Command;
import dev.vigia.app.sim.Day;
import dev.vigia.app.sim.Reading;
import dev.vigia.app.sim.RowChange;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlantTest {

    private static final int DAYS = 8;

    private final PlantFixture plant = new PlantFixture(PlantFixture.SEED);

    @Test
    void shouldWriteAndSendTheSameWhenTheSeedIsTheSame() {
        // Given
        var twin = new PlantFixture(PlantFixture.SEED);
        for (var day = 0; day < DAYS; day++) {
            // When
            var ours = plant.live();
            var theirs = twin.live();
            // Then
            assertThat(ours.changes()).isEqualTo(theirs.changes());
            assertThat(ours.readings().get().toList())
                    .isEqualTo(theirs.readings().get().toList());
        }
    }

    @Test
    void shouldWriteAndSendSomethingElseWhenTheSeedIsAnother() {
        // Given
        var stranger = new PlantFixture(PlantFixture.SEED + 1);
        // When
        var ours = plant.live();
        var theirs = stranger.live();
        // Then
        assertThat(ours.changes()).isNotEqualTo(theirs.changes());
        assertThat(ours.readings().get().toList())
                .isNotEqualTo(theirs.readings().get().toList());
    }

    @Test
    void shouldPlanTheSameDayWhenAskedAgain() {
        // Given
        plant.live(DAYS);
        // When
        var first = plant.plan();
        var again = plant.plan();
        // Then
        assertThat(again.changes()).isEqualTo(first.changes());
        assertThat(again.stateAtEnd()).isEqualTo(first.stateAtEnd());
        assertThat(again.readings().get().toList())
                .isEqualTo(first.readings().get().toList());
        assertThat(first.readings().get().toList())
                .isEqualTo(first.readings().get().toList());
    }

    @Test
    void shouldGoOnTheSameWhenItsStateWasReadBackFromJson() throws IOException {
        // Given
        plant.live(DAYS);
        plant.live(wearOut(plant.at(8, 0), "winding", 30), breakSensor(plant.at(23, 55), "jump"));
        var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        // When
        var readBack = json.readValue(json.writeValueAsString(plant.state()), PlantState.class);
        // Then
        assertThat(readBack).isEqualTo(plant.state());
        var expected = plant.plan();
        plant.restore(readBack);
        assertThat(plant.plan().changes()).isEqualTo(expected.changes());
    }

    @Test
    void shouldWriteAndSendInOrderOfTime() {
        // When
        var day = plant.plan();
        // Then
        assertThat(day.changes()).extracting(RowChange::at).isSorted();
        assertThat(day.readings().get()).extracting(Reading::observedAt).isSorted();
    }

    @Test
    void shouldSendOneReadingPerChannelAndTenMinutesWhenNoSensorIsSilent() {
        // When
        var readings = plant.plan().readings().get();
        // Then
        assertThat(readings).hasSize(4 * 3 * 144);
    }

    @Test
    void shouldChangeNothingBeforeACommandWhenItIsGivenDuringTheDay() {
        // Given
        plant.live(DAYS);
        var noon = plant.at(12, 0);
        // When
        var quiet = plant.plan();
        var told = plant.plan(wearOut(noon, "bearing", 2), breakSensor(noon, "out-of-range"));
        // Then
        assertThat(changes(told, noon)).isEqualTo(changes(quiet, noon)).isNotEmpty();
        assertThat(readings(told, noon)).isEqualTo(readings(quiet, noon)).isNotEmpty();
        assertThat(told.changes()).isNotEqualTo(quiet.changes());
    }

    @Test
    void shouldObeyOnTheNextDayWhenTheCommandCameAfterTheLastTick() {
        // Given
        plant.live(breakSensor(plant.at(23, 55), "silence"));
        assertThat(plant.written("truth.sensor_fault")).isEmpty();
        // When
        plant.live();
        // Then
        assertThat(plant.written("truth.sensor_fault")).hasSize(1);
        assertThat(plant.state().pending()).isEmpty();
    }

    @Test
    void shouldLeaveCommandsOfOthersAlone() {
        // Given
        var foreign = new Command(plant.at(9, 0), "cancel-order", Map.of("order", "1"));
        // When
        var told = plant.plan(foreign);
        // Then
        assertThat(told.changes()).isEqualTo(plant.plan().changes());
        assertThat(told.stateAtEnd()).isEqualTo(plant.plan().stateAtEnd());
    }

    private static List<RowChange> changes(Day<PlantState> day, Instant until) {
        return day.changes().stream()
                .filter(change -> !change.at().isAfter(until))
                .toList();
    }

    private static List<Reading> readings(Day<PlantState> day, Instant until) {
        return day.readings()
                .get()
                .filter(reading -> !reading.observedAt().isAfter(until))
                .toList();
    }
}
