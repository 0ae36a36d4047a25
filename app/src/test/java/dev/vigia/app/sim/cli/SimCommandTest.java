package dev.vigia.app.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.program.Failure;
import dev.vigia.app.sim.company.Company;
import dev.vigia.app.sim.database.CompanyDatabase;
import dev.vigia.app.sim.database.DatabaseAddress;
import dev.vigia.app.sim.live.CompanyAtWork;
import dev.vigia.app.sim.live.LiveCompany;
import dev.vigia.app.sim.live.Readings;
import dev.vigia.app.sim.small.Databases;
import dev.vigia.app.sim.small.HandClock;
import dev.vigia.app.sim.small.SmallCompany;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SimCommandTest {

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private final Company company = SmallCompany.of(7, 0);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private DatabaseAddress address = new DatabaseAddress("", "", "");

    @BeforeEach
    void createDatabase() throws Exception {
        address = DATABASES.create();
    }

    @Test
    void shouldPrintTheOutcomeWhenTheCompanyObeys() throws Exception {
        // Given
        try (var database = CompanyDatabase.open(address.connect(), company);
                var work = CompanyAtWork.start(new LiveCompany(company, database, Readings.NOWHERE, new HandClock()))) {
            // When
            var paused = tell("pause");
            var stepped = tell("step", "P1D");
            // Then
            assertThat(List.of(paused, stepped)).containsExactly(0, 0);
            assertThat(out.toString()).isEqualTo("""
                    Paused at Mon 2024-01-01 00:00.
                    Stepped to Tue 2024-01-02 00:00.
                    """);
            assertThat(work.status().clock().paused()).isTrue();
        }
    }

    @Test
    void shouldExitWithOneAndTheReasonWhenTheCompanyRefuses() throws Exception {
        // Given
        try (var database = CompanyDatabase.open(address.connect(), company);
                var work = CompanyAtWork.start(new LiveCompany(company, database, Readings.NOWHERE, new HandClock()))) {
            // When
            var exitCode = tell("cancel-order", "999");
            // Then
            assertThat(exitCode).isEqualTo(1);
            assertThat(err.toString()).isEqualTo("There is no order 999. Nothing was changed.\n");
            assertThat(work.status().clock().paused()).isFalse();
        }
    }

    @Test
    void shouldExitWithThreeWhenNobodyLivesTheCompany() throws Exception {
        // Given
        CompanyDatabase.open(address.connect(), company).close();
        // When
        var exitCode = tell("pause");
        // Then
        assertThat(exitCode).isEqualTo(3);
        assertThat(err.toString()).contains("Nobody lives a company").contains("Start it with vigia demo");
    }

    @Test
    void shouldExitWithThreeAndTakeTheCommandBackWhenNobodyAnswersInTime() throws Exception {
        // Given
        try (var database = CompanyDatabase.open(address.connect(), company)) {
            // When
            var exitCode = tell("pause", "--timeout", "PT0S");
            // Then
            assertThat(exitCode).isEqualTo(3);
            assertThat(err.toString()).contains("did not take up the command within 0 s");
            var live = new LiveCompany(company, database, Readings.NOWHERE, new HandClock());
            live.tick();
            assertThat(live.status().clock().paused()).isFalse();
        }
    }

    @Test
    void shouldExitWithThreeWhenNoStackRunsOnTheDataFolder(@TempDir Path empty) {
        // When
        var exitCode = execute("pause", "--data", empty.toString());
        // Then
        assertThat(exitCode).isEqualTo(3);
        assertThat(err.toString()).contains("No local stack runs on " + empty);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --products=0        | --products 0 is too few: give 1 or more
            --weeks=-1          | --weeks -1 is too few: give 0 or more
            --machines=-3       | --machines -3 is too few: give 0 or more
            --start=2024-01-03  | --start 2024-01-03 is not a Monday, and business weeks begin on one: try --start 2024-01-01
            --speed=0           | --speed 0.0 is not usable: give more than 0 and at most 10000000
            """)
    void shouldExitWithTwoAndTheRemedyWhenASettingIsNotUsable(String option, String message) {
        // When
        var exitCode = tell("run", option);
        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }

    private int tell(String command, String... arguments) {
        var all = new ArrayList<>(List.of(command, "--jdbc", address.url(), "--user", address.user()));
        all.addAll(List.of(arguments));
        return execute(all.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        return new CommandLine(new SimCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((failed, command, parsed) -> explain(failed, command))
                .execute(arguments);
    }

    private static int explain(Exception failed, CommandLine command) throws Exception {
        if (failed instanceof Failure failure) {
            command.getErr().println(failure.getMessage());
            return failure.exitCode();
        }
        throw failed;
    }
}
