package dev.vigia.app.sim.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;

/** A PostgreSQL in a temporary folder, gone when closed; for what is only compared or tested. */
public final class TemporaryPostgres implements AutoCloseable {

    private static final String USER = "postgres";

    private final EmbeddedPostgres server;

    private TemporaryPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static TemporaryPostgres start() throws IOException {
        return new TemporaryPostgres(EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "off")
                .start());
    }

    /** The address of a new, empty database. */
    public DatabaseAddress create(String name) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new DatabaseAddress(server.getJdbcUrl(USER, name), USER, "");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
