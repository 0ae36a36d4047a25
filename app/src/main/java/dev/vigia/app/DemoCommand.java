package dev.vigia.app;

import dev.vigia.app.local.DataFolder;
import dev.vigia.app.local.LocalStack;
import dev.vigia.app.local.Started;
import dev.vigia.app.program.Display;
import dev.vigia.app.program.StopSignal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigia demo}: real servers and a simulated company on this machine, in one command. */
@Command(name = "demo", description = "Start everything on this machine: real servers and a simulated company.")
final class DemoCommand implements Callable<Integer> {

    private static final long BETWEEN_UPDATES_MILLIS = 1000;

    @Option(names = "--headless", description = "Plain lines, one after another, for logs and tests.")
    private boolean headless;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".vigia",
            description = "Data folder (${DEFAULT-VALUE}).")
    private Path data = Path.of(".vigia");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var display = new Display(spec.commandLine().getOut(), !headless && Ansi.AUTO.enabled());
        try (var stop = StopSignal.install();
                var folder = DataFolder.open(data);
                var stack = LocalStack.start(folder, started -> display.say(line(started)))) {
            display.say("ready " + stack.addresses());
            while (!stop.comesWithin(BETWEEN_UPDATES_MILLIS)) {
                display.update("running");
            }
        }
        return 0;
    }

    private static String line(Started started) {
        return String.format(
                Locale.ROOT,
                "%-9s %-48s %4.1f s",
                started.server().name(),
                started.server().address(),
                started.took().toMillis() / 1000.0);
    }
}
