package dev.vigia.app.sim.cli;

import static java.util.Objects.requireNonNullElse;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.company.Company;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
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
    private @Nullable Integer products;

    @Option(names = "--weeks", paramLabel = "N", description = "Weeks of history before it goes live (130).")
    private @Nullable Integer weeks;

    @Option(names = "--machines", paramLabel = "N", description = "Machines in its plant (20).")
    private @Nullable Integer machines;

    @Option(names = "--seed", paramLabel = "N", description = "The number from which everything follows (42).")
    private @Nullable Long seed;

    @Option(
            names = "--start",
            paramLabel = "DATE",
            description = "The Monday on which its history begins (2024-01-01).")
    private @Nullable LocalDate start;

    /** The company that was asked for. */
    public Company company() {
        return Company.of(settings());
    }

    public CompanySettings settings() {
        return settings(DEFAULT);
    }

    /** What was not asked for is as it is usual, such as in the company that is already there. */
    public CompanySettings settings(CompanySettings usual) {
        var asked = new CompanySettings(
                requireNonNullElse(seed, usual.seed()),
                requireNonNullElse(products, usual.products()),
                requireNonNullElse(weeks, usual.weeks()),
                requireNonNullElse(machines, usual.machines()),
                requireNonNullElse(start, usual.start()),
                usual.zone());
        check(asked);
        return asked;
    }

    private void check(CompanySettings asked) {
        atLeast(1, asked.products(), "--products");
        atLeast(0, asked.weeks(), "--weeks");
        atLeast(0, asked.machines(), "--machines");
        if (asked.start().getDayOfWeek() != DayOfWeek.MONDAY) {
            var monday = asked.start().with(TemporalAdjusters.previous(DayOfWeek.MONDAY));
            throw refusal("--start " + asked.start() + " is not a Monday, and business weeks begin on one: try --start "
                    + monday);
        }
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
