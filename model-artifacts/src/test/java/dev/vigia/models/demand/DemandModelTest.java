package dev.vigia.models.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import dev.vigia.models.onnx.Device;
import dev.vigia.models.onnx.ScoringSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemandModelTest {

    private static final int WEEKS_AGO_26 = 78;

    @TempDir
    private Path folder;

    private final float[] weeks = new float[208];
    private final float[] observed = new float[208];

    DemandModelTest() {
        Arrays.fill(observed, 1);
        for (int week = 0; week < 104; week++) {
            weeks[2 * week] = week;
            weeks[2 * week + 1] = 10 * week;
        }
    }

    @Test
    void shouldForecastEachWindowByItsRegionWhenABatchIsScored() throws IOException {
        try (var model = open(new TinyModel());
                var batch = new DemandBatch(3)) {
            // Given
            batch.add("P-1", 0, weeks, observed);
            batch.add("P-1|SP", 1, weeks, observed);
            batch.add("P-1|RJ", 2, weeks, observed);
            // When
            model.score(batch);
            // Then
            assertThat(List.of(mean(batch, 0), mean(batch, 1), mean(batch, 2)))
                    .containsExactly((float) WEEKS_AGO_26, 2f * WEEKS_AGO_26, 0.5f * WEEKS_AGO_26);
            assertThat(batch.forecasts().mean(0, 25, DemandContract.REVENUE)).isEqualTo(1030);
            assertThat(batch.forecasts().quantile(1, 0, DemandContract.REVENUE, 8))
                    .isEqualTo(10 * 2 * 1.4f * WEEKS_AGO_26);
        }
    }

    @Test
    void shouldWaitForWhoScoresWhenItIsClosedAndThenRefuseToScore() throws Exception {
        // Given
        var model = open(new TinyModel());
        var scoring = Executors.newSingleThreadExecutor();
        var broken = scoring.submit(() -> scoreUntilRefused(model));
        // When
        model.close();
        model.close();
        // Then
        assertThat(broken.get()).hasMessageContaining("was closed");
        scoring.shutdown();
    }

    private IllegalStateException scoreUntilRefused(DemandModel model) {
        try (var batch = new DemandBatch(64)) {
            while (true) {
                batch.clear();
                while (!batch.isFull()) {
                    batch.add("P-1", 0, weeks, observed);
                }
                model.score(batch);
            }
        } catch (IllegalStateException closed) {
            return closed;
        }
    }

    @Test
    void shouldPadAShortHistoryOnTheLeftWhenItHasFewerWeeksThanTheContext() throws IOException {
        try (var model = open(new TinyModel());
                var batch = new DemandBatch(1)) {
            // Given
            batch.add("earlier", 0, weeks, observed);
            batch.clear();
            // When
            batch.add("P-2", 0, Arrays.copyOf(weeks, 20), Arrays.copyOf(observed, 20));
            model.score(batch);
            // Then
            assertThat(mean(batch, 0)).isZero();
            assertThat(batch.forecasts().mean(0, 25, DemandContract.UNITS)).isEqualTo(9);
        }
    }

    @Test
    void shouldHideWhatWasNotSeenFromTheModelWhateverTheValue() throws IOException {
        try (var batch = new DemandBatch(1)) {
            // Given
            weeks[0] = Float.NaN;
            observed[0] = 0;
            // When
            batch.add("P-1", 0, weeks, observed);
            // Then
            assertThat(batch.windows().value(0, 0, DemandContract.UNITS)).isZero();
            assertThat(batch.windows().isObserved(0, 0, DemandContract.UNITS)).isFalse();
        }
    }

    @Test
    void shouldNameEveryWindowThatItCannotScoreBeforeTheModelSeesOne() throws IOException {
        try (var model = open(new TinyModel());
                var batch = new DemandBatch(6)) {
            // Given
            var nan = weeks.clone();
            nan[7] = Float.NaN;
            var marks = observed.clone();
            marks[9] = 0.5f;
            batch.add("good", 2, weeks, observed);
            batch.add("nowhere", -1, weeks, observed);
            batch.add("beyond", 3, weeks, observed);
            batch.add("nan", 0, nan, observed);
            batch.add("mark", 0, weeks, marks);
            batch.add("short", 0, Arrays.copyOf(weeks, 14), Arrays.copyOf(observed, 14));
            // When
            var refused = catchThrowableOfType(UnusableWindowsException.class, () -> model.score(batch));
            // Then
            assertThat(refused).hasMessageStartingWith("tiny 1.0.0 cannot score 5 of 6 windows, first nowhere: ");
            assertThat(refused.windows().stream().map(UnusableWindow::toString))
                    .containsExactly(
                            "nowhere: its region is -1, and the model knows 0 to 2",
                            "beyond: its region is 3, and the model knows 0 to 2",
                            "nan: revenue of week 4 of 104 are NaN",
                            "mark: revenue of week 5 of 104 are marked 0.5, and a mark is 1 for seen or 0 for not seen",
                            "short: 7 weeks were observed, and the model needs 8");
            assertThatThrownBy(() -> mean(batch, 0)).hasMessageContaining("has no forecast");
        }
    }

    @Test
    void shouldNameSeriesAndValueWhenAForecastCannotBeTrue() {
        try (var batch = new DemandBatch(4)) {
            // Given
            for (var series : List.of("good", "P-1|SP", "P-2|SP", "P-3|RJ")) {
                batch.add(series, 0, weeks, observed);
            }
            batch.forecasts().putMean(1, 3, DemandContract.REVENUE, Float.NaN);
            batch.forecasts().putQuantile(2, 0, DemandContract.UNITS, 3, 5);
            batch.forecasts().putQuantile(3, 25, DemandContract.UNITS, 8, Float.POSITIVE_INFINITY);
            // When
            var refused = catchThrowableOfType(UnusableWindowsException.class, () -> batch.release("tiny 1.0.0"));
            // Then
            assertThat(refused)
                    .hasMessageStartingWith("tiny 1.0.0 made forecasts that cannot be true of 3 of 4 windows");
            assertThat(refused.windows().stream().map(UnusableWindow::toString))
                    .containsExactly(
                            "P-1|SP: the mean of revenue in week 4 ahead is NaN",
                            "P-2|SP: the quantile 0.5 of units in week 1 ahead is 0.0, and the one below it 5.0",
                            "P-3|RJ: the quantile 0.9 of units in week 26 ahead is Infinity");
            assertThatThrownBy(() -> mean(batch, 0)).hasMessageContaining("has no forecast");
        }
    }

    @Test
    void shouldAgreeWithItselfWhenSeveralThreadsScoreAtOnce() throws Exception {
        try (var model = open(new TinyModel())) {
            // Given
            int threads = 4;
            var pool = Executors.newFixedThreadPool(threads);
            var work = new ArrayList<Callable<Boolean>>();
            for (int thread = 0; thread < threads; thread++) {
                int own = thread;
                work.add(() -> scoresRightly(model, own));
            }
            // When
            var right = pool.invokeAll(work);
            pool.shutdown();
            // Then
            for (var one : right) {
                assertThat(one.get()).isTrue();
            }
        }
    }

    @Test
    void shouldAllocateNothingForAWindowWhenBatchesGrow() throws IOException {
        try (var model = open(new TinyModel());
                var few = new DemandBatch(2);
                var many = new DemandBatch(512)) {
            // Given
            allocated(model, few, 1);
            allocated(model, many, 500);
            // When
            long forFew = allocated(model, few, 2);
            long forMany = allocated(model, many, 512);
            // Then
            assertThat(forMany - forFew).isLessThan(512);
        }
    }

    @Test
    void shouldSayWhereItScoresAndWhy() throws IOException {
        // Given
        new TinyModel().write(folder);
        // When
        try (var chosen = DemandModel.open(folder, ScoringSettings.USUAL);
                var told = DemandModel.open(folder, ScoringSettings.onCpu(1))) {
            // Then
            assertThat(chosen.placement().device()).isIn(Device.CPU, Device.CUDA);
            assertThat(chosen.placement().why()).contains("CUDA");
            assertThat(told.placement()).hasToString("cpu: model.device says so");
        }
    }

    private boolean scoresRightly(DemandModel model, int thread) {
        try (var batch = new DemandBatch(64)) {
            for (int round = 0; round < 50; round++) {
                batch.clear();
                int size = 1 + (round * 7 + thread) % 64;
                for (int i = 0; i < size; i++) {
                    batch.add("P", (i + thread) % 3, weeks, observed);
                }
                model.score(batch);
                for (int i = 0; i < size; i++) {
                    if (mean(batch, i) != WEEKS_AGO_26 * TinyModel.REGION_FACTORS[(i + thread) % 3]) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    /** Bytes of the heap that filling and scoring took, at their least. */
    private long allocated(DemandModel model, DemandBatch batch, int windows) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            batch.clear();
            for (int i = 0; i < windows; i++) {
                batch.add("P", 0, weeks, observed);
            }
            model.score(batch);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private DemandModel open(TinyModel model) throws IOException {
        return DemandModel.open(model.write(folder), ScoringSettings.onCpu(1));
    }

    private static float mean(DemandBatch batch, int window) {
        return batch.forecasts().mean(window, 0, DemandContract.UNITS);
    }
}
