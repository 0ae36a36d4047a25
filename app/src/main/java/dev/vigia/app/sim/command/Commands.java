package dev.vigia.app.sim.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** Gives commands to a running company, from whatever program, by way of its database. */
public final class Commands {

    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Connection connection;

    /** On a connection of one's own that commits by itself. */
    public Commands(Connection connection) {
        this.connection = connection;
    }

    /** Gives a command; returns the number under which it is answered. */
    public long give(String name, Map<String, String> arguments) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into sim.command (name, arguments) values (?, ?::jsonb) returning id")) {
            statement.setString(1, name);
            statement.setString(2, json(arguments));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong("id");
            }
        }
    }

    /** Waits for the answer; a command that nobody took up until the time is over is taken back. */
    public Outcome await(long id, Duration patience) throws SQLException, InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        var outcome = outcome(id);
        while (isOpen(outcome) && System.nanoTime() < deadline) {
            Thread.sleep(GLANCE.toMillis());
            outcome = outcome(id);
        }
        return outcome instanceof Outcome.Unheard && !takeBack(id) ? outcome(id) : outcome;
    }

    private Outcome outcome(long id) throws SQLException {
        try (var statement =
                connection.prepareStatement("select applied_at, outcome, error from sim.command where id = ?")) {
            statement.setLong(1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? outcome(rows) : new Outcome.Unheard();
            }
        }
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        var done = row.getString("outcome");
        var error = row.getString("error");
        if (done != null) {
            return new Outcome.Done(done);
        }
        if (error != null) {
            return new Outcome.Refused(error);
        }
        return row.getObject("applied_at") == null ? new Outcome.Unheard() : new Outcome.Begun();
    }

    private static boolean isOpen(Outcome outcome) {
        return outcome instanceof Outcome.Begun || outcome instanceof Outcome.Unheard;
    }

    private boolean takeBack(long id) throws SQLException {
        try (var statement = connection.prepareStatement(
                "delete from sim.command where id = ? and applied_at is null and outcome is null and error is null")) {
            statement.setLong(1, id);
            return statement.executeUpdate() == 1;
        }
    }

    private static String json(Map<String, String> arguments) {
        var json = JsonNodeFactory.instance.objectNode();
        arguments.forEach(json::put);
        return json.toString();
    }
}
