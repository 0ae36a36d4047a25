package dev.vigia.connect.mqtt.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTimeTest {

    @Test
    void shouldReadAnyTimeAsJavaDoes() {
        // Given
        long seed = new SplittableRandom().nextLong();
        System.out.println("seed " + seed);
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            int nanos = random.nextBoolean() ? 0 : random.nextInt(1_000) * (random.nextBoolean() ? 1_000_000 : 1_001);
            var time = Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 250_000_000_000L), nanos);
            // Then
            assertThat(UtcTime.parse(time.toString())).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-02T24:00:00Z", "2026-03-02T08:00:00.Z", "2026-03-02T08:00:00.1Z", "2026-03-02T08:00Z"})
    void shouldLeaveOddFormsToJava(String text) {
        assertThat(outcome(() -> UtcTime.parse(text))).isEqualTo(outcome(() -> Instant.parse(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T08:00:00Z",
                "2026-13-01T08:00:00Z",
                "2026-01-01T08:60:00Z",
                "Z",
                "",
                "2026-03-02 08:00:00Z"
            })
    void shouldRefuseWhatIsNoTime(String text) {
        assertThatThrownBy(() -> UtcTime.parse(text)).isInstanceOf(DateTimeException.class);
    }

    private static String outcome(java.util.function.Supplier<Instant> parse) {
        try {
            return parse.get().toString();
        } catch (DateTimeException e) {
            return "refused";
        }
    }
}
