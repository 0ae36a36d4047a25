package dev.vigia.app.sim.database;

import dev.vigia.app.sim.company.Morning;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;

/** What the company remembers from one transaction to the next: its clock, and the morning of the current day. */
public final class CompanyMemory {

    private final Connection connection;

    CompanyMemory(Connection connection) {
        this.connection = connection;
    }

    public BusinessClock clock() throws SQLException {
        try (var statement = connection.prepareStatement("select now, speed, paused from sim.clock");
                var rows = statement.executeQuery()) {
            rows.next();
            var now = rows.getObject("now", OffsetDateTime.class).toInstant();
            return new BusinessClock(now, rows.getDouble("speed"), rows.getBoolean("paused"));
        }
    }

    public void remember(BusinessClock clock) throws SQLException {
        try (var statement = connection.prepareStatement("update sim.clock set now = ?, speed = ?, paused = ?")) {
            statement.setObject(1, clock.now().atOffset(ZoneOffset.UTC));
            statement.setDouble(2, clock.speed());
            statement.setBoolean(3, clock.paused());
            statement.executeUpdate();
        }
    }

    public Morning morning() throws SQLException {
        try (var statement = connection.prepareStatement("select department, day, state from sim.state");
                var rows = statement.executeQuery()) {
            var day = LocalDate.MIN;
            var states = new HashMap<String, String>();
            while (rows.next()) {
                day = rows.getObject("day", LocalDate.class);
                states.put(rows.getString("department"), rows.getString("state"));
            }
            return new Morning(day, states);
        }
    }

    public void remember(Morning morning) throws SQLException {
        try (var statement =
                connection.prepareStatement("update sim.state set day = ?, state = ?::json where department = ?")) {
            for (var state : morning.states().entrySet()) {
                statement.setObject(1, morning.day());
                statement.setString(2, state.getValue());
                statement.setString(3, state.getKey());
                statement.executeUpdate();
            }
        }
    }

    void begin(BusinessClock clock, Morning morning) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into sim.clock values ('epoch', 1, false)");
        }
        try (var statement = connection.prepareStatement("insert into sim.state values (?, 'epoch', '{}')")) {
            for (var department : morning.states().keySet()) {
                statement.setString(1, department);
                statement.executeUpdate();
            }
        }
        remember(clock);
        remember(morning);
    }
}
