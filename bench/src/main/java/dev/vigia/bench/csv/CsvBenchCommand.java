package dev.vigia.bench.csv;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vigia.app.local.DataFolder;
import dev.vigia.app.local.LocalStack;
import dev.vigia.app.topics.LocalTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigia bench csv}: lines imported a second, beside a bare reader that makes the same records by hand. */
@Command(name = "csv", description = "Lines a second of the import of a file, beside a bare reader with a producer.")
public final class CsvBenchCommand implements Callable<Integer> {

    /** Below, the import costs too much. */
    private static final double LEAST = 0.7;

    private static final String ROW = "%-12s %12s %9s %11s %8s";

    @Option(names = "--lines", paramLabel = "N", description = "Lines of the file (${DEFAULT-VALUE}).")
    private int lines = 1_000_000;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds; the first only warms up (${DEFAULT-VALUE}).")
    private int rounds = 8;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var data = Files.createTempDirectory("vigia-bench-csv");
        try (var folder = DataFolder.open(data);
                var stack = LocalStack.start(folder, started -> {})) {
            var addresses = stack.addresses();
            LocalTopics.create(addresses);
            var report = SalesReport.write(data.resolve("sales-bench.csv"), lines);
            var ours = new Laps(new OurImport(addresses));
            var bare = new Laps(new BareReader(addresses));
            var text = new Laps(new RawText(addresses));
            race(report, List.of(ours, bare, text));
            return report(ours, bare, text);
        } finally {
            PathUtils.deleteDirectory(data);
        }
    }

    /** In turn, so that whatever else the machine does meets all of them. */
    private void race(SalesReport report, List<Laps> contestants) throws IOException, InterruptedException {
        for (int round = 0; round < rounds; round++) {
            for (var contestant : contestants) {
                var lap = contestant.run(report);
                spec.commandLine()
                        .getErr()
                        .printf(
                                Locale.ROOT,
                                "round %d: %s %.1f s, processors %.1f s%n",
                                round,
                                contestant.name(),
                                lap.seconds(),
                                lap.processor());
            }
        }
    }

    private int report(Laps ours, Laps bare, Laps text) {
        double ratio = bare.best().seconds() / ours.best().seconds();
        var out = spec.commandLine().getOut();
        out.println(json ? json(ours, bare, ratio) : table(ratio, Stream.of(ours, bare, text)));
        out.flush();
        return ratio >= LEAST ? 0 : 1;
    }

    private String table(double ratio, Stream<Laps> contestants) {
        var rows = Stream.of(String.format(ROW, "", "lines/s", "seconds", "processors", "heap MB"));
        return String.join(
                System.lineSeparator(),
                Stream.of(
                                rows,
                                contestants.map(this::row),
                                Stream.of(String.format(
                                        Locale.ROOT,
                                        "import ÷ bare reader, which makes the same records: %.2f (at least %.1f)",
                                        ratio,
                                        LEAST)))
                        .flatMap(all -> all)
                        .toList());
    }

    private String row(Laps laps) {
        var best = laps.best();
        return String.format(
                Locale.ROOT,
                ROW,
                laps.name(),
                String.format(Locale.ROOT, "%,.0f", lines / best.seconds()),
                String.format(Locale.ROOT, "%.1f", best.seconds()),
                String.format(Locale.ROOT, "%.1f", best.processor()),
                best.megabytes());
    }

    private String json(Laps ours, Laps bare, double ratio) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("lines_per_second", lines / ours.best().seconds())
                .put("bare_lines_per_second", lines / bare.best().seconds())
                .put("import_over_bare", ratio)
                .put("peak_heap_mb", ours.best().megabytes())
                .toString();
    }
}
