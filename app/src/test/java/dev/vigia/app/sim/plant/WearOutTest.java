package dev.vigia.app.sim.plant;

import static dev.vigia.app.sim.plant.PlantFixture.value;
import static dev.vigia.app.sim.plant.PlantFixture.wearOut;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.sim.Command;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.plant.machine.FailureMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WearOutTest {

    private static final int HOURS = 48;
    private static final Duration SUNDAY = Duration.ofHours(36);

    private final PlantFixture plant = new PlantFixture(PlantFixture.SEED);

    @ParameterizedTest
    @EnumSource
    void shouldBreakDownOfThatModeAndBeRepairedWhenAMachineIsWornOut(FailureMode mode) {
        // Given
        var told = plant.at(10, 0);
        plant.live(wearOut(told, mode.code(), HOURS));
        // When
        plant.live(6);
        // Then
        var breakdown = ofTheMachine("truth.breakdown").get(0);
        assertThat(value(breakdown, "failure_mode")).isEqualTo(mode.code());
        assertThat(breakdown.at())
                .isBetween(told, told.plusSeconds(HOURS * 3600L).plus(SUNDAY));
        assertRepaired(breakdown, mode);
        assertThat(wear(mode)).isLessThan(0.2);
    }

    @Test
    void shouldWearOutTheLeadingModeWhenNoneIsNamed() {
        // Given
        var leading = value(lastWear(plant, 3), "leading_mode");
        // When
        plant.live(new Command(plant.at(10, 0), PlantCommands.WEAR_OUT, Map.of("machine", "M-001")));
        plant.live(5);
        // Then
        assertThat(value(ofTheMachine("truth.breakdown").get(0), "failure_mode"))
                .isEqualTo(leading);
    }

    @Test
    void shouldNotBreakDownWhenNobodyWearsItOut() {
        // When
        plant.live(7);
        // Then
        assertThat(ofTheMachine("truth.breakdown")).isEmpty();
    }

    private void assertRepaired(RowChange breakdown, FailureMode mode) {
        var order = orderRows(value(breakdown, "maintenance_order"));
        assertThat(order.get(0).values())
                .containsEntry("kind", "corrective")
                .containsEntry("failure_mode", mode.code())
                .containsEntry("reported_at", breakdown.at());
        assertThat(order).extracting(RowChange::kind).startsWith(RowChange.Kind.INSERT, RowChange.Kind.UPDATE);
        var finished = (Instant) value(order.get(order.size() - 1), "finished_at");
        assertThat(Duration.between(breakdown.at(), finished)).isBetween(Duration.ofHours(4), Duration.ofHours(48));
        assertThat(stateAt(breakdown.at())).isEqualTo("off");
        assertThat(stateAt(finished.minusSeconds(1))).isEqualTo("maintenance");
    }

    private List<RowChange> orderRows(Object id) {
        return plant.written("plant.maintenance_order").stream()
                .filter(change -> value(change, "id").equals(id))
                .toList();
    }

    private Object stateAt(Instant at) {
        var states = ofTheMachine("plant.operating_state").stream()
                .filter(change -> !change.at().isAfter(at))
                .toList();
        return value(states.get(states.size() - 1), "state");
    }

    private double wear(FailureMode mode) {
        var days = ofTheMachine("truth.wear");
        return (double) value(days.get(days.size() - 1), mode.code());
    }

    private RowChange lastWear(PlantFixture plant, int days) {
        plant.live(days);
        return ofTheMachine("truth.wear").get(days - 1);
    }

    private List<RowChange> ofTheMachine(String table) {
        return plant.written(table).stream()
                .filter(change -> value(change, "machine").equals("M-001"))
                .toList();
    }
}
