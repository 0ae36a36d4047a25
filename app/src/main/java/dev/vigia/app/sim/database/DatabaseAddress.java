package dev.vigia.app.sim.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where a company's database answers. */
public record DatabaseAddress(String url, String user, String password) {

    private static final String CONNECT_SECONDS = "5";

    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("ApplicationName", "vigia-sim");
        return DriverManager.getConnection(url, properties);
    }

    /** Without the password, which is nobody's business. */
    @Override
    public String toString() {
        return url;
    }
}
