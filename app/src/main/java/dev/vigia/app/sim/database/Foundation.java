package dev.vigia.app.sim.database;

import dev.vigia.app.program.Failure;
import dev.vigia.app.sim.Department;
import dev.vigia.app.sim.company.Company;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Founds a company in an empty database: tables, opening rows, the first morning; all or nothing. */
final class Foundation {

    /** SQLSTATEs of a schema and of a table that are there already. */
    private static final Set<String> NOT_EMPTY = Set.of("42P06", "42P07");

    private final CompanyDatabase database;
    private final Company company;

    Foundation(CompanyDatabase database, Company company) {
        this.database = database;
        this.company = company;
    }

    void lay(Charter charter) throws SQLException {
        createTables();
        charter.write(company.settings());
        database.load(new FoldedChanges(company.tables(), company.opening().stream()));
        var start = company.settings().start().atStartOfDay(company.settings().zone());
        var clock = new BusinessClock(start.toInstant(), BusinessClock.DEFAULT_SPEED, false);
        database.memory().begin(clock, company.firstMorning());
    }

    private void createTables() throws SQLException {
        try {
            run(Foundation.class, "sim");
            for (Department<?> department : company.departments()) {
                run(department.getClass(), department.name());
            }
        } catch (SQLException e) {
            if (NOT_EMPTY.contains(e.getSQLState())) {
                throw notEmpty(e);
            }
            throw e;
        }
    }

    private void run(Class<?> neighbour, String name) throws SQLException {
        try (var resource = neighbour.getResourceAsStream(name + ".sql");
                var statement = database.connection().createStatement()) {
            statement.execute(text(resource, name + ".sql beside " + neighbour.getName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable InputStream resource, String what) throws IOException {
        if (resource == null) {
            throw new IllegalStateException("the program lacks the resource " + what);
        }
        return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Failure notEmpty(SQLException e) {
        return Failure.usage("The database holds tables that are not a simulated company's (" + e.getMessage()
                + "): give an empty one. Nothing was written.");
    }
}
