package dev.vigia.app.sim.cli;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.company.Company;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which company is simulated; unusable ones are refused before anything is written. */
public final class CompanyOptions {

    private static final CompanySettings DEFAULT = CompanySettings.DEFAULT;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--products", paramLabel = "N", description = "Products it sells (30).")
    private int products = DEFAULT.products();

    @Option(names = "--weeks", paramLabel = "N", description = "Weeks of history before it goes live (130).")
    private int weeks = DEFAULT.weeks();

    @Option(names = "--machines", paramLabel = "N", description = "Machines in its plant (20).")
    private int machines = DEFAULT.machines();

    @Option(names = "--seed", paramLabel = "N", description = "The number from which everything follows (42).")
    private long seed = DEFAULT.seed();

    @Option(
            names = "--start",
            paramLabel = "DATE",
            description = "The Monday on which its history begins (2024-01-01).")
    private LocalDate start = DEFAULT.start();

    /** The company that was asked for. */
    public Company company() {
        return Company.of(settings());
    }

    public CompanySettings settings() {
        atLeast(1, products, "--products");
        atLeast(0, weeks, "--weeks");
        atLeast(0, machines, "--machines");
        if (start.getDayOfWeek() != DayOfWeek.MONDAY) {
            var monday = start.with(TemporalAdjusters.previous(DayOfWeek.MONDAY));
            throw refusal(
                    "--start " + start + " is not a Monday, and business weeks begin on one: try --start " + monday);
        }
        return new CompanySettings(seed, products, weeks, machines, start, DEFAULT.zone());
    }

    private void atLeast(int least, int given, String option) {
        if (given < least) {
            throw refusal(option + " " + given + " is too few: give " + least + " or more");
        }
    }

    private ParameterException refusal(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
