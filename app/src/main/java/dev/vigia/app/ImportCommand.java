package dev.vigia.app;

import dev.vigia.app.csv.CsvMappingFile;
import dev.vigia.app.csv.ImportChoices;
import dev.vigia.app.csv.ImportFailures;
import dev.vigia.app.csv.ImportProgress;
import dev.vigia.app.csv.ImportReport;
import dev.vigia.app.program.Display;
import dev.vigia.app.program.Failure;
import dev.vigia.app.topics.ClusterOptions;
import dev.vigia.app.topics.PrefixOptions;
import dev.vigia.app.topics.RegistryOptions;
import dev.vigia.connect.csv.CsvImport;
import dev.vigia.connect.csv.CsvMapping;
import dev.vigia.connect.csv.CsvSource;
import dev.vigia.connect.csv.ImportCheck;
import dev.vigia.connect.csv.ImportListener;
import dev.vigia.connect.csv.ImportMemory;
import dev.vigia.connect.csv.ImportSide;
import dev.vigia.connect.csv.ImportSummary;
import dev.vigia.connect.csv.KafkaTarget;
import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.connect.write.Retraction;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.connect.write.WriterMetrics;
import dev.vigia.schemas.registry.RegistryException;
import dev.vigia.schemas.registry.RegistryUnavailableException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigia import}: files of comma-separated values, line by line, into the canonical topics. */
@Command(
        name = "import",
        description = "Import CSV files by a mapping. The same file twice changes nothing; a corrected file corrects.")
final class ImportCommand implements Callable<Integer> {

    private static final Clock CLOCK = Clock.systemUTC();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, packed or not; - reads standard input.")
    private List<String> files = List.of();

    @Mixin
    private CsvMappingFile mapping = new CsvMappingFile();

    @Mixin
    private ImportChoices choices = new ImportChoices();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Mixin
    private PrefixOptions prefix = new PrefixOptions();

    @Option(names = "--dry-run", description = "Read and map everything, and write nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var csv = mapping.read();
        var sources = files.stream().map(file -> CsvSource.of(file, System.in)).toList();
        long begun = System.nanoTime();
        var summary = dryRun ? run(csv, ImportSide.none(csv.source()), sources) : write(csv, sources);
        var report = new ImportReport(summary, Duration.ofNanos(System.nanoTime() - begun), dryRun);
        print(report);
        if (summary.failure() != null) {
            throw Failure.check(summary.failure() + ". No marker was written.");
        }
        return 0;
    }

    /** Only what has something to write opens a writer: it ends an import of the same source that is still running. */
    private ImportSummary write(CsvMapping csv, List<CsvSource> sources) throws IOException, InterruptedException {
        var config = config(csv.source());
        try {
            var memory = ImportMemory.read(config);
            var check = new ImportCheck(csv, choices.options(dryRun), CLOCK);
            check.check(sources, memory, ImportListener.NOBODY);
            return check.isNeeded(sources, memory)
                    ? write(csv, sources, config)
                    : run(csv, ImportSide.unwritten(memory), sources);
        } catch (RegistryException | RegistryUnavailableException e) {
            throw Failure.unreachable("the schema registry: " + e.getMessage());
        } catch (KafkaException e) {
            throw ImportFailures.explained(csv.source(), e);
        }
    }

    /** What earlier imports kept is read once more: only now can no other import change it. */
    private ImportSummary write(CsvMapping csv, List<CsvSource> sources, WriterConfig config)
            throws IOException, InterruptedException {
        var metrics = new WriterMetrics(new SimpleMeterRegistry(), csv.source());
        try (var writer = CanonicalWriter.open(config, metrics)) {
            var target = new KafkaTarget(writer, config);
            return run(csv, new ImportSide(target, ImportMemory.read(config), new Retraction(config)::find), sources);
        }
    }

    private ImportSummary run(CsvMapping csv, ImportSide side, List<CsvSource> sources) throws IOException {
        boolean terminal = !json && Ansi.AUTO.enabled();
        var display = new Display(
                json ? spec.commandLine().getErr() : spec.commandLine().getOut(), terminal);
        var progress = new ImportProgress(display, terminal);
        return new CsvImport(csv, choices.options(dryRun), side, progress, CLOCK).run(sources);
    }

    private WriterConfig config(String source) {
        return new WriterConfig(
                source,
                prefix.prefix(),
                cluster.clients(),
                registry.clients(() -> cluster.localStack().registry()),
                CLOCK);
    }

    private void print(ImportReport report) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(report.json());
        } else {
            report.lines().forEach(out::println);
        }
        out.flush();
    }
}
