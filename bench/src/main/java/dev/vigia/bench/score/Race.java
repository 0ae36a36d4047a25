package dev.vigia.bench.score;

import dev.vigia.models.onnx.Device;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs all ways on one device, one after the other, each in a program of its own. */
final class Race {

    private static final String OURS = BatchedBenchmark.class.getName() + ".batched$";
    private static final String NAIVE = PlainBenchmark.class.getName() + ".naive$";
    private static final String BARE = PlainBenchmark.class.getName() + ".bare$";

    private final Device device;
    private final int seconds;
    private final Consumer<Rate> listener;

    /**
     * A race that tells of each way as soon as it was run.
     *
     * @param seconds that each way is measured
     */
    Race(Device device, int seconds, Consumer<Rate> listener) {
        this.device = device;
        this.seconds = seconds;
        this.listener = listener;
    }

    /** Each size of batch, with the threads that models have when nobody sets any. */
    List<Rate> batched(Path folder, String precision, List<Integer> batches) throws RunnerException {
        var rates = new ArrayList<Rate>();
        for (int batch : batches) {
            rates.add(run("batched, " + precision, 1, options(OURS, folder, batch)));
        }
        return rates;
    }

    /** The best of all ways to score so many windows a call: by the threads within a call, and by several callers at once. */
    Rate best(Path folder, String what, int batch) throws RunnerException {
        int cores = Runtime.getRuntime().availableProcessors();
        var rates = new ArrayList<Rate>();
        for (int threads = 1; threads <= cores; threads *= 2) {
            rates.add(run(what, new Crew(threads, 1), folder, batch));
            if (threads > 1) {
                rates.add(run(what, new Crew(1, threads), folder, batch));
            }
        }
        return rates.stream().max(Comparator.comparingDouble(Rate::windows)).orElseThrow();
    }

    /** As one would write it first. */
    Rate naive(Path folder) throws RunnerException {
        return run("naive, arrays of arrays", 1, options(NAIVE, folder, 1));
    }

    /** ONNX Runtime alone. */
    Rate bare(Path folder, int batch) throws RunnerException {
        return run("bare ONNX Runtime", 1, options(BARE, folder, batch));
    }

    private Rate run(String what, Crew crew, Path folder, int batch) throws RunnerException {
        var options = options(OURS, folder, batch)
                .param("threads", String.valueOf(crew.threads))
                .threads(crew.callers);
        return run(what + ", " + crew, crew.callers, options);
    }

    private Rate run(String what, int callers, ChainedOptionsBuilder options) throws RunnerException {
        var rate = Rate.of(device + " " + what, callers, new Runner(options.build()).runSingle());
        listener.accept(rate);
        return rate;
    }

    private ChainedOptionsBuilder options(String benchmark, Path folder, int batch) {
        return new OptionsBuilder()
                .include(benchmark)
                .param("folder", folder.toString())
                .param("device", device.toString())
                .param("batch", String.valueOf(batch))
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(1)
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(seconds)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    /** Who works: threads within a call, and callers at once. */
    private record Crew(int threads, int callers) {

        @Override
        public String toString() {
            return threads
                    + (threads == 1 ? " thread, " : " threads, ")
                    + callers
                    + (callers == 1 ? " caller" : " callers");
        }
    }
}
