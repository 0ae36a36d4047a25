package dev.vigia.app.map.jdbc;

import dev.vigia.app.program.Failure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the tables are. */
public final class JdbcOptions {

    private static final String CONNECT_SECONDS = "5";

    @Option(
            names = "--jdbc",
            paramLabel = "URL",
            required = true,
            description = "jdbc:postgresql://HOST:PORT/DATABASE.")
    private String url = "";

    @Nullable
    @Option(names = "--user", paramLabel = "NAME", description = "User there, unless the URL names one (postgres).")
    private String user;

    @Nullable
    @Option(
            names = "--password",
            paramLabel = "WORD",
            arity = "0..1",
            interactive = true,
            description = "Password there; asked for when the word is left out.")
    private String password;

    public Connection connect() {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw Failure.usage("--jdbc " + shownUrl() + " is no address of a PostgreSQL: write"
                    + " jdbc:postgresql://HOST:PORT/DATABASE. Nothing was written.");
        }
        try {
            return DriverManager.getConnection(url, properties());
        } catch (SQLException e) {
            throw Failure.unreachable("No database answers at " + shownUrl() + ": " + e.getMessage()
                    + " Give the right address with --jdbc, --user and --password. Nothing was written.");
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("ApplicationName", "vigia-map");
        if (user != null || !url.contains("user=")) {
            properties.setProperty("user", user == null ? "postgres" : user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return properties;
    }

    /** Without what may hold a password. */
    public String shownUrl() {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }
}
