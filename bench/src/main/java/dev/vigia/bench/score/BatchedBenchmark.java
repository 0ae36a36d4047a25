package dev.vigia.bench.score;

import static java.util.Objects.requireNonNull;

import dev.vigia.models.demand.DemandBatch;
import dev.vigia.models.demand.DemandContract;
import dev.vigia.models.demand.DemandModel;
import dev.vigia.models.onnx.Device;
import dev.vigia.models.onnx.ScoringSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Our way: a batch is filled, scored with every check, and read. With a batch of one it is one window a call. */
public class BatchedBenchmark {

    /** A loaded model, shared by all callers. */
    @State(Scope.Benchmark)
    public static class Loaded {

        @Param("")
        public String folder = "";

        @Param("cpu")
        public String device = "";

        @Param("0")
        public int threads;

        @Param("1")
        public int batch;

        private @Nullable DemandModel model;

        /** Loads it. */
        @Setup
        public void begin() {
            model = DemandModel.open(Path.of(folder), new ScoringSettings(Device.parse(device), threads, 0));
        }

        /** Lets it go. */
        @TearDown
        public void end() {
            requireNonNull(model).close();
        }

        DemandModel model() {
            return requireNonNull(model);
        }
    }

    /** What a caller has of its own. */
    @State(Scope.Thread)
    public static class Caller {

        private @Nullable DemandBatch batch;
        private MadeUpDemand demand = new MadeUpDemand(0);

        /** Makes the windows. */
        @Setup
        public void begin(Loaded loaded) {
            batch = new DemandBatch(loaded.batch);
            demand = new MadeUpDemand(loaded.batch);
        }

        DemandBatch fill() {
            var filled = requireNonNull(batch);
            filled.clear();
            for (int i = 0; i < demand.values.length; i++) {
                filled.add("P", 0, demand.values[i], demand.observed[i]);
            }
            return filled;
        }
    }

    /** Fills, scores and reads. */
    @Benchmark
    public float batched(Loaded loaded, Caller caller) {
        var batch = caller.fill();
        loaded.model().score(batch);
        float sum = 0;
        for (int i = 0; i < batch.size(); i++) {
            sum += batch.forecasts().mean(i, 0, DemandContract.UNITS);
        }
        return sum;
    }
}
