package dev.vigia.app.sim.database;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.company.Company;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

    /** The settings of the company that a database holds, if it holds one. */
    public static Optional<CompanySettings> settings(Connection connection) throws SQLException {
        return new Charter(connection).held();
    }

    static CompanyDatabase open(Connection connection, Company company, Duration patience) throws SQLException {
        var database = new CompanyDatabase(connection, company);
        try {
            database.begin(patience);
            return database;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void begin(Duration patience) throws SQLException {
        CompanyLock.take(connection, patience);
        connection.setAutoCommit(false);
        var charter = new Charter(connection);
        if (charter.exists()) {
            charter.expect(company.settings());
        } else {
            new Foundation(this, company).lay(charter);
        }
        commit();
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
