package dev.vigia.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vigia.app.csv.PeakMemory;
import dev.vigia.app.local.DataFolder;
import dev.vigia.app.local.LocalStack;
import dev.vigia.app.local.StackAddresses;
import dev.vigia.app.topics.LocalTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.io.file.PathUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigia bench csv}: lines imported a second, beside a bare reader whose lines a plain producer writes. */
@Command(name = "csv", description = "Lines a second of the import of a file, beside a bare reader with a producer.")
final class CsvBenchCommand implements Callable<Integer> {

    @Option(names = "--lines", paramLabel = "N", description = "Lines of the file (${DEFAULT-VALUE}).")
    private int lines = 500_000;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds; the first only warms up (${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var data = Files.createTempDirectory("vigia-bench-csv");
        try (var folder = DataFolder.open(data);
                var stack = LocalStack.start(folder, started -> {})) {
            LocalTopics.create(stack.addresses());
            var comparison = compare(stack.addresses(), data.resolve("sales-bench.csv"));
            spec.commandLine().getOut().println(json ? json(comparison) : table(comparison));
        } finally {
            PathUtils.deleteDirectory(data);
        }
        return 0;
    }

    /** In turn, so that whatever else the machine does meets both; the best round of each counts. */
    private Comparison compare(StackAddresses stack, Path file) throws IOException, InterruptedException {
        var report = SalesReport.write(file, lines);
        var ours = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            ours.add(lines / CsvRuns.imported(stack, report));
            bare.add(lines / CsvRuns.bare(stack, report));
        }
        return new Comparison("lines/s", best(ours), best(bare));
    }

    private static double best(List<Double> rates) {
        return rates.stream().skip(1).max(Double::compare).orElse(rates.get(0));
    }

    private static String table(Comparison comparison) {
        return String.join(
                System.lineSeparator(),
                "lines of a file a second into Kafka, an order and its lines as records",
                Comparison.heading("bare"),
                comparison.row(),
                String.format(Locale.ROOT, "peak heap of all of it, servers included: %d MiB", PeakMemory.mebibytes()));
    }

    private static String json(Comparison comparison) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("lines_per_second", comparison.ours())
                .put("bare_lines_per_second", comparison.other())
                .put("import_over_bare", comparison.ratio())
                .put("peak_heap_mib", PeakMemory.mebibytes())
                .toString();
    }
}
