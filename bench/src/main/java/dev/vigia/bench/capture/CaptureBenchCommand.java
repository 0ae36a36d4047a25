package dev.vigia.bench.capture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vigia.app.program.Failure;
import dev.vigia.bench.mqtt.Heap;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigia bench capture}: rows a second from PostgreSQL to Kafka, beside the bare engine with a producer. */
@Command(
        name = "capture",
        description = "Rows a second from PostgreSQL to Kafka, beside the bare engine with a producer.")
public final class CaptureBenchCommand implements Callable<Integer> {

    /** Below, capture costs too much. */
    private static final double LEAST = 0.7;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long LOOK_MILLIS = 5;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "Rows of the snapshot, and again as changes (${DEFAULT-VALUE}).")
    private int rows = 300_000;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds; the first only warms up (${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What one of them managed: rows a second in the snapshot and following the log, and the most heap in use. */
    private record Result(String name, double snapshot, double streaming, long megabytes) {}

    @Override
    public Integer call() throws Exception {
        try (var stack = TrialStack.start(Files.createTempDirectory("vigia-bench-capture"))) {
            insert(stack, 0);
            var bare = new ArrayList<Result>();
            var ours = new ArrayList<Result>();
            for (int round = 0; round < rounds; round++) {
                bare.add(measure(stack, new BareEngine(stack), 2 * round + 1));
                ours.add(measure(stack, new OurCapture(stack), 2 * round + 2));
            }
            return report(best(bare), best(ours));
        }
    }

    /** The best of all rounds but the first, in snapshot and streaming apart. */
    private static Result best(List<Result> all) {
        var counted = all.size() > 1 ? all.subList(1, all.size()) : all;
        return new Result(
                all.get(0).name(),
                counted.stream().mapToDouble(Result::snapshot).max().orElseThrow(),
                counted.stream().mapToDouble(Result::streaming).max().orElseThrow(),
                counted.stream().mapToLong(Result::megabytes).max().orElseThrow());
    }

    private int report(Result bare, Result ours) {
        var out = spec.commandLine().getOut();
        out.println(json ? json(bare, ours) : table(bare, ours));
        out.flush();
        double worst = Math.min(ours.snapshot() / bare.snapshot(), ours.streaming() / bare.streaming());
        return worst >= LEAST ? 0 : 1;
    }

    private Result measure(TrialStack stack, Contestant contestant, int load) throws Exception {
        try (contestant) {
            Heap.reset();
            long before = (long) rows * load;
            contestant.begin();
            double snapshot = rate(contestant, 0, before);
            insert(stack, load);
            double streaming = rate(contestant, before, before + rows);
            var result = new Result(contestant.name(), snapshot, streaming, Heap.peakMegabytes());
            spec.commandLine()
                    .getErr()
                    .printf(
                            Locale.ROOT,
                            "%s: snapshot %,.0f rows/s, streaming %,.0f rows/s%n",
                            result.name(),
                            snapshot,
                            streaming);
            return result;
        }
    }

    /** From the first row seen to the last. */
    private static double rate(Contestant contestant, long from, long to) throws InterruptedException {
        long first = await(contestant, from + 1);
        long begun = contestant.done();
        long last = await(contestant, to);
        return (to - begun) * 1e9 / Math.max(1, last - first);
    }

    private static long await(Contestant contestant, long count) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (contestant.done() < count) {
            if (System.nanoTime() - until > 0) {
                throw Failure.check(contestant.name() + " wrote " + contestant.done() + " of " + count + " rows");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return System.nanoTime();
    }

    /** Many rows in transactions of ten thousand. */
    private void insert(TrialStack stack, int load) throws Exception {
        try (var connection = stack.connect();
                var statement = connection.prepareStatement("insert into line select n / 3, n % 3, n % 1000,"
                        + " 'P-' || n % 997, (n % 500) / 4.0 from generate_series(?::bigint, ?::bigint) n")) {
            long from = (long) rows * load;
            for (long first = from; first < from + rows; first += 10_000) {
                statement.setLong(1, first);
                statement.setLong(2, Math.min(first + 10_000, from + rows) - 1);
                statement.execute();
            }
        }
    }

    private static String table(Result bare, Result ours) {
        var format = "%-12s %12.0f %12.0f %8d MB";
        return String.join(
                System.lineSeparator(),
                String.format(Locale.ROOT, "%-12s %12s %12s %11s", "rows/s", "snapshot", "streaming", "heap"),
                String.format(Locale.ROOT, format, bare.name(), bare.snapshot(), bare.streaming(), bare.megabytes()),
                String.format(Locale.ROOT, format, ours.name(), ours.snapshot(), ours.streaming(), ours.megabytes()),
                String.format(
                        Locale.ROOT,
                        "%-12s %12.2f %12.2f",
                        "ratio",
                        ours.snapshot() / bare.snapshot(),
                        ours.streaming() / bare.streaming()));
    }

    private static String json(Result bare, Result ours) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("snapshot_over_bare", ours.snapshot() / bare.snapshot())
                .put("streaming_over_bare", ours.streaming() / bare.streaming())
                .put("snapshot_rows_per_second", ours.snapshot())
                .put("streaming_rows_per_second", ours.streaming())
                .put("heap_megabytes", ours.megabytes())
                .toString();
    }
}
