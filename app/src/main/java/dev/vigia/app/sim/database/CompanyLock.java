package dev.vigia.app.sim.database;

import dev.vigia.app.program.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Lets one program at a time live a company; held by the connection, so it goes when the program dies. */
public final class CompanyLock {

    /** "VIGIA" in ASCII; PostgreSQL keeps advisory locks apart by database. */
    private static final long KEY = 0x56_49_47_49_41L;

    /** Outlasts the moment in which PostgreSQL notices that the program before was killed. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private CompanyLock() {}

    static void take(Connection connection, Duration patience) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set lock_timeout = " + patience.toMillis());
            statement.execute("select pg_advisory_lock(" + KEY + ")");
            statement.execute("reset lock_timeout");
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw taken();
            }
            throw e;
        }
    }

    /** Whether a program lives the company of this database now. */
    public static boolean isTaken(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                        select exists (
                            select from pg_locks
                            where locktype = 'advisory' and granted and objsubid = 1
                              and (classid::bigint << 32 | objid::bigint) = ?
                              and database = (select oid from pg_database where datname = current_database()))
                        """)) {
            statement.setLong(1, KEY);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static Failure taken() {
        return Failure.usage("Another program already lives the company in this database:"
                + " stop it first, or start with another data folder. Nothing was written.");
    }
}
