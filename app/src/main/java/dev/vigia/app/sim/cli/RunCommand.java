package dev.vigia.app.sim.cli;

import dev.vigia.app.program.Display;
import dev.vigia.app.program.StopSignal;
import dev.vigia.app.sim.company.Company;
import dev.vigia.app.sim.database.CompanyDatabase;
import dev.vigia.app.sim.history.HistoryLoader;
import dev.vigia.app.sim.live.CompanyAtWork;
import dev.vigia.app.sim.live.LiveCompany;
import dev.vigia.app.sim.live.MqttReadings;
import dev.vigia.app.sim.live.Readings;
import java.sql.SQLException;
import java.time.Clock;
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

    private static final long BETWEEN_UPDATES_MILLIS = 1_000;

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
        var company = options.company();
        var display = new Display(spec.commandLine().getErr(), Ansi.AUTO.enabled());
        try (var stop = StopSignal.install();
                var readings = readings();
                var database = CompanyDatabase.open(address.connect(), company)) {
            speed.apply(database.memory());
            if (load(company, database, display, stop)) {
                live(new LiveCompany(company, database, readings, Clock.systemUTC()), company, display, stop);
            }
        }
        return 0;
    }

    private Readings readings() throws InterruptedException {
        return mqtt == null ? Readings.NOWHERE : MqttReadings.connect(mqtt);
    }

    private static boolean load(Company company, CompanyDatabase database, Display display, StopSignal stop)
            throws SQLException {
        var loader = new HistoryLoader(company, database, progress -> {
            display.update(StatusLine.of(progress));
            return !stop.hasCome();
        });
        return loader.load();
    }

    private static void live(LiveCompany live, Company company, Display display, StopSignal stop)
            throws InterruptedException {
        try (var work = CompanyAtWork.start(live)) {
            while (!stop.comesWithin(BETWEEN_UPDATES_MILLIS)) {
                display.update(StatusLine.of(work.status(), company.settings().zone()));
            }
        }
        display.finish(StatusLine.of(live.status(), company.settings().zone()));
    }
}
