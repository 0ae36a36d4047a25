package dev.vigia.app.sim.database;

import dev.vigia.app.sim.Department;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.company.Company;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The company's database, held by one program at a time.
 *
 * <p>One connection, one thread. Whatever is written belongs to a transaction that the caller ends.
 */
public final class CompanyDatabase implements AutoCloseable {

    private final Connection connection;
    private final Company company;
    private final CompanyMemory memory;

    private CompanyDatabase(Connection connection, Company company) {
        this.connection = connection;
        this.company = company;
        this.memory = new CompanyMemory(connection);
    }

    /** Takes over the connection; founds the company when the database holds none, else expects the same settings. */
    public static CompanyDatabase open(Connection connection, Company company) throws SQLException {
        return open(connection, company, CompanyLock.PATIENCE);
    }

    static CompanyDatabase open(Connection connection, Company company, Duration patience) throws SQLException {
        CompanyLock.take(connection, patience);
        connection.setAutoCommit(false);
        var database = new CompanyDatabase(connection, company);
        var charter = new Charter(connection);
        if (charter.exists()) {
            charter.expect(company.settings());
        } else {
            database.found(charter);
        }
        database.commit();
        return database;
    }

    private void found(Charter charter) throws SQLException {
        run(CompanyDatabase.class, "sim");
        charter.write(company.settings());
        for (Department<?> department : company.departments()) {
            run(department.getClass(), department.name());
        }
        load(new FoldedChanges(company.tables(), company.opening().stream()));
        var start = company.settings().start().atStartOfDay(company.settings().zone());
        memory.begin(new BusinessClock(start.toInstant(), BusinessClock.DEFAULT_SPEED, false), company.firstMorning());
    }

    private void run(Class<?> neighbour, String name) throws SQLException {
        try (var resource = neighbour.getResourceAsStream(name + ".sql");
                var statement = connection.createStatement()) {
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

    /** Writes changes in bulk, each row once. */
    public void load(FoldedChanges changes) throws SQLException {
        var copy = new RowCopy(connection);
        for (var table : company.tables()) {
            copy.insert(table, changes.inserts(table));
        }
        write(changes.ofExistingRows());
    }

    /** Writes changes one by one, in their order. */
    public void write(List<RowChange> changes) throws SQLException {
        new RowStatements(connection).apply(changes);
    }

    /** Lets PostgreSQL plan its queries for what was loaded. */
    public void analyze() throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : company.tables()) {
                statement.execute("analyze " + table.name());
            }
        }
    }

    public CompanyMemory memory() {
        return memory;
    }

    public Connection connection() {
        return connection;
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    public void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
