package dev.vigia.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigia bench serde}: records written and read by our serdes, as a share of what Avro alone manages. */
@Command(name = "serde", description = "Records a second through our serdes, beside Avro alone.")
final class SerdeBenchCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws RunnerException {
        var run = new Runner(options()).run();
        var write = Comparison.of(run, "write", "Bare");
        var read = Comparison.of(run, "read", "Bare");
        spec.commandLine().getOut().println(json ? json(write, read) : table(write, read));
        return 0;
    }

    private static Options options() {
        return new OptionsBuilder()
                .include(SerdeBenchmark.class.getSimpleName())
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    private static String table(Comparison write, Comparison read) {
        return String.join(
                System.lineSeparator(),
                "order lines a second on one thread",
                Comparison.heading("Avro alone"),
                write.row(),
                read.row());
    }

    private static String json(Comparison write, Comparison read) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("write_over_avro", write.ratio())
                .put("read_over_avro", read.ratio())
                .toString();
    }
}
