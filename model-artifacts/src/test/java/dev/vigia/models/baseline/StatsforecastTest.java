package dev.vigia.models.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigia.models.demand.DemandBatch;
import dev.vigia.models.demand.DemandContract;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library statsforecast says the same; {@code make_statsforecast.py} beside the file writes it. */
class StatsforecastTest {

    static List<Baseline> all() {
        return Baseline.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldForecastWhatStatsforecastDoes(Baseline baseline) throws IOException {
        try (var file = StatsforecastTest.class.getResourceAsStream("statsforecast.json");
                var batch = new DemandBatch(7)) {
            // Given
            var cases = new ObjectMapper().readTree(file).path("cases");
            cases.forEach(one -> add(batch, one));
            // When
            baseline.score(batch);
            // Then
            for (int i = 0; i < batch.size(); i++) {
                assertSame(batch, i, cases.get(i).path("forecasts").path(baseline.name()));
            }
            assertThat(batch.size()).isEqualTo(7);
        }
    }

    private static void add(DemandBatch batch, JsonNode one) {
        var values = one.path("values");
        var weeks = new float[2 * values.size()];
        for (int week = 0; week < values.size(); week++) {
            weeks[2 * week] = values.get(week).floatValue();
        }
        var observed = new float[weeks.length];
        Arrays.fill(observed, 1);
        batch.add(one.path("series").asText(), 0, weeks, observed);
    }

    private static void assertSame(DemandBatch batch, int window, JsonNode expected) {
        for (int week = 0; week < DemandContract.HORIZON; week++) {
            float wanted = expected.get(week).floatValue();
            assertThat(batch.forecasts().mean(window, week, DemandContract.UNITS))
                    .as("%s in week %d", batch.windows().series(window), week + 1)
                    .isCloseTo(wanted, within(1e-5f * Math.max(1, wanted)));
        }
    }
}
