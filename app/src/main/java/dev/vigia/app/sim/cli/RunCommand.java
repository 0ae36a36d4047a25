package dev.vigia.app.sim.cli;

import dev.vigia.app.program.Display;
import dev.vigia.app.program.StopSignal;
import dev.vigia.app.sim.live.MqttReadings;
import dev.vigia.app.sim.live.Readings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigia sim run}: loads the history into a database that has none, then lives until it is stopped. */
@Command(name = "run", description = "Load the history where it is missing, then live until stopped.")
final class RunCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOptions address = new DatabaseOptions();

    @Mixin
    private CompanyOptions options = new CompanyOptions();

    @Mixin
    private SpeedOption speed = new SpeedOption();

    @Option(names = "--mqtt", paramLabel = "HOST:PORT", description = "MQTT broker for the readings; without, none.")
    private @Nullable String mqtt;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        options.settings(); // What is unusable is refused before anything starts.
        var display = new Display(spec.commandLine().getErr(), Ansi.AUTO.enabled());
        try (var stop = StopSignal.install();
                var readings = readings()) {
            new WatchedCompany(options, speed, display, stop).live(address.connect(), readings);
        }
        return 0;
    }

    private Readings readings() throws InterruptedException {
        return mqtt == null ? Readings.NOWHERE : MqttReadings.connect(mqtt);
    }
}
