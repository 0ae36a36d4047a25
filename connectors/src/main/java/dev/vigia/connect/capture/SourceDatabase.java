package dev.vigia.connect.capture;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigException;
import org.postgresql.Driver;

/** Where the source lies and who we are there. */
public record SourceDatabase(String jdbcUrl, String user, String password) {

    private static final String PATIENCE_SECONDS = "10";

    /** A server that says nothing for so long is gone, though nobody closed the connection. */
    private static final String LONGEST_SILENCE_SECONDS = "30";

    /** Refuses what is no address of a PostgreSQL database. */
    public SourceDatabase {
        if (Driver.parseURL(jdbcUrl, new Properties()) == null) {
            throw new ConfigException("\"" + jdbcUrl + "\" is no address of a PostgreSQL database. Write it like"
                    + " jdbc:postgresql://host:5432/database. Nothing was written.");
        }
    }

    /** A new connection, for whoever asks to close. */
    public Connection connect() throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password);
        settings.setProperty("ApplicationName", "vigia");
        settings.setProperty("connectTimeout", PATIENCE_SECONDS);
        settings.setProperty("socketTimeout", LONGEST_SILENCE_SECONDS);
        settings.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(jdbcUrl, settings);
    }

    /** A part of the address or one of its parameters; empty where it says nothing. */
    String part(String name) {
        var parts = Driver.parseURL(jdbcUrl, new Properties());
        return parts == null ? "" : parts.getProperty(name, "");
    }

    @Override
    public String toString() {
        return user + "@" + part("PGHOST") + ":" + part("PGPORT") + "/" + part("PGDBNAME");
    }
}
