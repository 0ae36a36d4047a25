package dev.vigia.app.selftest;

import dev.vigia.app.local.DataFolder;
import dev.vigia.app.local.LocalStack;
import dev.vigia.app.program.StopSignal;
import dev.vigia.app.topics.LocalTopics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.io.file.PathUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigia selftest}: the whole path on this machine, in a temporary folder, a line a stage. */
@Command(
        name = "selftest",
        description = "Start everything in a temporary folder and show, stage by stage, that it does what it promises.")
public final class SelftestCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(SelftestCommand.class);

    @Option(
            names = "--within",
            paramLabel = "DURATION",
            description = "In what time a change of the ERP must be seen in Kafka (${DEFAULT-VALUE}).")
    private Duration within = Duration.ofSeconds(2);

    @Option(names = "--keep", description = "Keep the folder, to look into it.")
    private boolean keep;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        var data = Files.createTempDirectory("vigia-selftest");
        try (var stop = StopSignal.install()) {
            int failed = run(data, stop);
            say(failed == 0 ? "everything holds" : failed + " of " + stages().size() + " stages failed");
            return failed == 0 ? 0 : 1;
        } finally {
            leave(data);
        }
    }

    private int run(Path data, StopSignal stop) throws Exception {
        try (var folder = DataFolder.open(data);
                var stack = LocalStack.start(
                        folder, started -> LOG.info("{} is up", started.server().name()))) {
            LocalTopics.create(stack.addresses());
            say(line("ok", "servers", "Kafka, registry, PostgreSQL and MQTT answer"));
            try (var trial = Trial.begin(stack.addresses(), data)) {
                return prove(trial, stop);
            }
        }
    }

    private int prove(Trial trial, StopSignal stop) {
        int failed = 0;
        for (var stage : stages()) {
            if (!stop.hasCome() && !prove(stage, trial)) {
                failed++;
            }
        }
        return failed;
    }

    private boolean prove(Stage stage, Trial trial) {
        try {
            long begin = System.nanoTime();
            var seen = stage.prove(trial);
            var took = Duration.ofNanos(System.nanoTime() - begin);
            say(line("ok", stage.name(), seen) + String.format(Locale.ROOT, " (%.1f s)", took.toMillis() / 1000.0));
            return true;
        } catch (Exception e) {
            LOG.warn("stage \"{}\" failed", stage.name(), e);
            say(line("FAILED", stage.name(), String.valueOf(e.getMessage())));
            return false;
        }
    }

    private List<Stage> stages() {
        return List.of(
                new CaptureHistory(),
                new SeeChanges(within),
                new MarkProgress(),
                new LiveOn(),
                new ImportTwice(),
                new RefuseMalformed());
    }

    private void leave(Path data) throws IOException {
        if (keep) {
            say("kept in " + data);
        } else {
            PathUtils.deleteDirectory(data);
        }
    }

    private static String line(String verdict, String name, String seen) {
        return String.format(Locale.ROOT, "%-7s %-20s %s", verdict, name, seen);
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
