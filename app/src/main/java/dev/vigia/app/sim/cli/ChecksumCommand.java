package dev.vigia.app.sim.cli;

import dev.vigia.app.program.Display;
import dev.vigia.app.program.Failure;
import dev.vigia.app.sim.company.Company;
import dev.vigia.app.sim.database.Checksum;
import dev.vigia.app.sim.database.CompanyDatabase;
import dev.vigia.app.sim.database.DatabaseAddress;
import dev.vigia.app.sim.database.TemporaryPostgres;
import dev.vigia.app.sim.history.HistoryLoader;
import dev.vigia.app.sim.live.LiveCompany;
import dev.vigia.app.sim.live.Readings;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigia sim checksum}: shows that the same settings give the same rows, by making them twice. */
@Command(
        name = "checksum",
        description = "Make the company twice, each in a database of its own, and compare all tables.")
final class ChecksumCommand implements Callable<Integer> {

    @Mixin
    private CompanyOptions options = new CompanyOptions();

    @Option(names = "--live-days", paramLabel = "N", description = "Days to live after the history (${DEFAULT-VALUE}).")
    private int liveDays = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (liveDays < 0) {
            throw Failure.usage("--live-days " + liveDays + " is too few: give 0 or more");
        }
        var company = options.company();
        try (var postgres = TemporaryPostgres.start()) {
            var first = make(company, postgres.create("first"));
            var second = make(company, postgres.create("second"));
            print(first, second, spec.commandLine().getOut());
            if (!first.equals(second)) {
                throw Failure.check("The same settings gave different rows.");
            }
        }
        return 0;
    }

    private Checksum make(Company company, DatabaseAddress address) throws SQLException, InterruptedException {
        var display = new Display(spec.commandLine().getErr(), Ansi.AUTO.enabled());
        try (var database = CompanyDatabase.open(address.connect(), company)) {
            new HistoryLoader(company, database, progress -> shown(display, StatusLine.of(progress))).load();
            var live = new LiveCompany(company, database, Readings.NOWHERE, Clock.systemUTC());
            live.step(Duration.ofDays(liveDays));
            display.finish(StatusLine.of(live.status(), company.settings().zone()));
            return Checksum.of(database.connection(), company.tables());
        }
    }

    private static boolean shown(Display display, String line) {
        display.update(line);
        return true;
    }

    private static void print(Checksum first, Checksum second, PrintWriter out) {
        for (var table : first.tables().keySet()) {
            var one = first.tables().get(table);
            var other = second.tables().get(table);
            out.printf("%-28s %s  %s%s%n", table, one, other, one.equals(other) ? "" : "  DIFFERENT");
        }
        out.printf("%-28s %s  %s%n", "all tables", first.overall(), second.overall());
        out.flush();
    }
}
