package dev.vigia.app;

import dev.vigia.app.local.DataFolder;
import dev.vigia.app.local.LocalStack;
import dev.vigia.app.local.Started;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigia demo}: real servers and a simulated company on this machine, in one command. */
@Command(name = "demo", description = "Start everything on this machine: real servers and a simulated company.")
final class DemoCommand implements Callable<Integer> {

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
        try (var stop = StopSignal.install();
                var folder = DataFolder.open(data);
                var stack = LocalStack.start(folder, this::tell)) {
            out().println("ready " + stack.addresses());
            while (!stop.awaits(1000)) {}
        }
        return 0;
    }

    private void tell(Started started) {
        out().printf(
                        "%-9s %-50s %5.1f s%n",
                        started.server().name(),
                        started.server().address(),
                        started.took().toMillis() / 1000.0);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
