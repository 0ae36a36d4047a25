package dev.vigia.models.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigia.models.demand.DemandBatch;
import dev.vigia.models.demand.DemandContract;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaselineTest {

    private static final long SEED = 20_260_101;

    static List<Baseline> all() {
        return Baseline.all();
    }

    @Test
    void shouldCoverEightInTenOfWhatCameWhenWeeksAreNoise() {
        // Given
        var random = new Random(SEED);
        int covered = 0;
        int all = 0;
        for (int round = 0; round < 200; round++) {
            var came = noise(random, 130);
            // When
            try (var batch = scored(Baseline.movingAverage(), Arrays.copyOf(came, 104))) {
                for (int week = 0; week < DemandContract.HORIZON; week++) {
                    covered += isBetween(batch, week, came[104 + week]) ? 1 : 0;
                    all++;
                }
            }
        }
        // Then
        assertThat((double) covered / all).as("seed %d", SEED).isBetween(0.75, 0.85);
    }

    @Test
    void shouldWidenWithTheStepsAheadWhenDemandWanders() {
        // Given
        var random = new Random(SEED);
        var wandering = new float[104];
        float level = 1000;
        for (int week = 0; week < wandering.length; week++) {
            level += (float) (10 * random.nextGaussian());
            wandering[week] = level;
        }
        // When
        try (var batch = scored(Baseline.movingAverage(), wandering)) {
            // Then
            assertThat(width(batch, 20)).as("seed %d", SEED).isGreaterThan(1.5 * width(batch, 0));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldMakeForecastsThatCanBeTrueOfAnyHistory(Baseline baseline) {
        // Given
        var random = new Random(SEED);
        try (var batch = new DemandBatch(500)) {
            for (int i = 0; !batch.isFull(); i++) {
                addAny(batch, random, i % 105);
            }
            // When
            baseline.score(batch);
            // Then
            assertThat(batch.forecasts().mean(499, 25, DemandContract.REVENUE))
                    .as("seed %d", SEED)
                    .isNotNegative();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldForecastZeroWithCertaintyWhenNothingWasEverSold(Baseline baseline) {
        // Given
        var nothing = new float[104];
        // When
        try (var batch = scored(baseline, nothing)) {
            // Then
            assertThat(batch.forecasts().mean(0, 0, DemandContract.UNITS)).isZero();
            assertThat(batch.forecasts().quantile(0, 25, DemandContract.UNITS, 8))
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldNotTakeAWeekForZeroWhenItWasNotSeen(Baseline baseline) {
        // Given
        var tens = new float[104];
        Arrays.fill(tens, 10);
        var observed = new float[208];
        Arrays.fill(observed, 1);
        for (int week = 95; week < 104; week += 2) {
            observed[2 * week] = 0;
            tens[week] = 0;
        }
        // When
        try (var batch = new DemandBatch(1)) {
            batch.add("P-1", 0, both(tens), observed);
            baseline.score(batch);
            // Then
            assertThat(batch.forecasts().mean(0, 0, DemandContract.UNITS)).isCloseTo(10, within(1e-4f));
            assertThat(batch.forecasts().quantile(0, 0, DemandContract.UNITS, 0))
                    .isCloseTo(10, within(1e-4f));
        }
    }

    @Test
    void shouldTakeTwoYearsBeforeWhenTheYearBeforeWasNotSeen() {
        // Given
        var weeks = new float[104];
        for (int week = 0; week < 104; week++) {
            weeks[week] = week;
        }
        var observed = new float[208];
        Arrays.fill(observed, 1);
        observed[2 * 52] = 0;
        // When
        try (var batch = new DemandBatch(1)) {
            batch.add("P-1", 0, both(weeks), observed);
            Baseline.seasonalNaive().score(batch);
            // Then
            assertThat(batch.forecasts().mean(0, 0, DemandContract.UNITS)).isZero();
            assertThat(batch.forecasts().mean(0, 1, DemandContract.UNITS)).isEqualTo(53);
        }
    }

    @Test
    void shouldTakeTheLastWeekWhenThereIsNoYearBefore() {
        // Given
        float[] short8 = {1, 2, 3, 4, 5, 6, 7, 8};
        // When
        try (var batch = scored(Baseline.seasonalNaive(), short8)) {
            // Then
            assertThat(batch.forecasts().mean(0, 25, DemandContract.UNITS)).isEqualTo(8);
            assertThat(batch.forecasts().quantile(0, 25, DemandContract.UNITS, 8))
                    .isGreaterThan(batch.forecasts().quantile(0, 0, DemandContract.UNITS, 8));
        }
    }

    @Test
    void shouldSpreadFromNothingToTwiceWhenASingleWeekIsAllThereIs() {
        // Given
        float[] one = {10};
        // When
        try (var batch = scored(Baseline.movingAverage(), one)) {
            // Then
            assertThat(batch.forecasts().quantile(0, 0, DemandContract.UNITS, 0))
                    .isCloseTo(2, within(1e-4f));
            assertThat(batch.forecasts().quantile(0, 0, DemandContract.UNITS, 8))
                    .isCloseTo(18, within(1e-4f));
        }
    }

    private static DemandBatch scored(Baseline baseline, float[] units) {
        var batch = new DemandBatch(1);
        var observed = new float[2 * units.length];
        Arrays.fill(observed, 1);
        batch.add("P-1", 0, both(units), observed);
        baseline.score(batch);
        return batch;
    }

    /** A history of so many weeks, of any size, with gaps, returns and zeros. */
    private static void addAny(DemandBatch batch, Random random, int weeks) {
        var values = new float[2 * weeks];
        var observed = new float[2 * weeks];
        double size = Math.pow(10, random.nextInt(12) - 3);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(3) == 0 ? 0 : (float) (size * (random.nextDouble() - 0.1));
            observed[i] = random.nextInt(5) == 0 ? 0 : 1;
        }
        batch.add("P", 0, values, observed);
    }

    private static float[] noise(Random random, int weeks) {
        var values = new float[weeks];
        for (int week = 0; week < weeks; week++) {
            values[week] = (float) (100 + 10 * random.nextGaussian());
        }
        return values;
    }

    private static boolean isBetween(DemandBatch batch, int week, float came) {
        return came >= batch.forecasts().quantile(0, week, DemandContract.UNITS, 0)
                && came <= batch.forecasts().quantile(0, week, DemandContract.UNITS, 8);
    }

    private static double width(DemandBatch batch, int week) {
        return batch.forecasts().quantile(0, week, DemandContract.UNITS, 8)
                - batch.forecasts().quantile(0, week, DemandContract.UNITS, 0);
    }

    private static float[] both(float[] units) {
        var values = new float[2 * units.length];
        for (int week = 0; week < units.length; week++) {
            values[2 * week] = units[week];
            values[2 * week + 1] = 7 * units[week];
        }
        return values;
    }
}
