package dev.vigia.app.sim.plant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.sim.Command;
import dev.vigia.app.sim.CompanySettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlantCommandsTest {

    private final Plant plant = new Plant(CompanySettings.DEFAULT);

    @Test
    void shouldSayWhatACommandCanSay() {
        assertThat(plant.understanding().choices())
                .containsKeys("machine", "mode", "measure", "kind")
                .hasEntrySatisfying(
                        "machine", machines -> assertThat(machines).hasSize(20).contains("M-020"));
    }

    @Test
    void shouldAcceptACommandWhenEveryWordOfItIsKnown() {
        assertThat(refusal("wear-out", Map.of("machine", "M-020"))).isEmpty();
        assertThat(refusal("break-sensor", Map.of("machine", "M-001", "measure", "current", "kind", "jump")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "machine, M-20, did you mean \"M-020\"",
        "mode, baering, did you mean \"bearing\"",
        "hours, -3, give one above 0",
        "hours, soon, give one above 0",
        "hour, 3, did you mean \"hours\""
    })
    void shouldSayWhatIsWrongAndWhatWouldBeRightWhenAWordIsUnknown(String argument, String value, String remedy) {
        // When
        var arguments = new HashMap<>(Map.of("machine", "M-001"));
        arguments.put(argument, value);
        // Then
        assertThat(refusal("wear-out", arguments)).contains(remedy);
    }

    @Test
    void shouldNameTheArgumentThatIsMissing() {
        assertThat(refusal("break-sensor", Map.of("machine", "M-001", "kind", "jump")))
                .contains("\"measure\"");
    }

    private String refusal(String name, Map<String, String> arguments) {
        return plant.refusal(new Command(Instant.EPOCH, name, arguments)).orElse("");
    }
}
