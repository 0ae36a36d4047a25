package dev.vigia.app;

import dev.vigia.app.capture.EpochOptions;
import dev.vigia.app.capture.MetricsPage;
import dev.vigia.app.intake.StackIntake;
import dev.vigia.app.local.DataFolder;
import dev.vigia.app.local.LocalStack;
import dev.vigia.app.local.StackAddresses;
import dev.vigia.app.local.Started;
import dev.vigia.app.program.Display;
import dev.vigia.app.program.StopSignal;
import dev.vigia.app.sim.cli.CompanyOptions;
import dev.vigia.app.sim.cli.SpeedOption;
import dev.vigia.app.sim.cli.WatchedCompany;
import dev.vigia.app.sim.database.DatabaseAddress;
import dev.vigia.app.sim.live.MqttReadings;
import dev.vigia.app.topics.LocalTopics;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigia demo}: real servers and a simulated company on this machine, in one command. */
@Command(
        name = "demo",
        description = "Start everything on this machine: real servers, and a simulated company that works in them.")
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--headless", description = "Plain lines, one after another, for logs and tests.")
    private boolean headless;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (${DEFAULT-VALUE}).")
    private Path data = Path.of(".vigia");

    @Mixin
    private CompanyOptions options = new CompanyOptions();

    @Mixin
    private SpeedOption speed = new SpeedOption();

    @Mixin
    private EpochOptions epochs = new EpochOptions();

    @Nullable
    @Option(names = "--metrics-port", paramLabel = "PORT", description = "Serve metrics for Prometheus at this port.")
    private Integer metricsPort;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws SQLException, InterruptedException {
        options.settings(); // What is unusable is refused before anything starts.
        var display = new Display(spec.commandLine().getOut(), !headless && Ansi.AUTO.enabled());
        var begin = System.nanoTime();
        try (var stop = StopSignal.install();
                var folder = DataFolder.open(data);
                var stack = LocalStack.start(folder, started -> display.say(line(started)))) {
            display.say("topics    " + LocalTopics.create(stack.addresses()).summary());
            display.say("ready     in " + seconds(Duration.ofNanos(System.nanoTime() - begin)) + "; Ctrl-C stops it");
            live(stack.addresses(), folder.path(), new WatchedCompany(options, speed, display, stop));
        }
        return 0;
    }

    private void live(StackAddresses stack, Path folder, WatchedCompany company)
            throws SQLException, InterruptedException {
        var database = new DatabaseAddress(stack.postgres(), stack.postgresUser(), "");
        try (var metrics = new MetricsPage(metricsPort);
                var readings = MqttReadings.connect(stack.mqtt())) {
            company.live(
                    database.connect(),
                    readings,
                    () -> StackIntake.start(stack, folder, epochs.choice(), metrics.registry()));
        }
    }

    private static String line(Started started) {
        var server = started.server();
        return String.format(Locale.ROOT, "%-9s %-48s %6s", server.name(), server.address(), seconds(started.took()));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
