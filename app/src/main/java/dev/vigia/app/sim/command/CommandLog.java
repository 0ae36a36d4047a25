package dev.vigia.app.sim.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vigia.app.sim.Command;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The commands given to the company and its answers, in the table {@code sim.command}; used by the company itself. */
final class CommandLog {

    private static final JsonMapper JSON = new JsonMapper();

    private final Connection connection;

    CommandLog(Connection connection) {
        this.connection = connection;
    }

    /** What waits for an answer, in the order given; what has not begun would take effect now. */
    List<GivenCommand> open(Instant now) throws SQLException {
        try (var statement = connection.prepareStatement("select id, applied_at, name, arguments from sim.command"
                        + " where outcome is null and error is null order by id");
                var rows = statement.executeQuery()) {
            var open = new ArrayList<GivenCommand>();
            while (rows.next()) {
                var begun = appliedAt(rows);
                open.add(new GivenCommand(
                        rows.getLong("id"), command(rows, begun == null ? now : begun), begun != null));
            }
            return open;
        }
    }

    /** What was carried out since a moment of business time, in the order given. */
    List<Command> carriedOutSince(Instant start) throws SQLException {
        try (var statement = connection.prepareStatement("select applied_at, name, arguments from sim.command"
                + " where outcome is not null and applied_at >= ? order by id")) {
            statement.setObject(1, start.atOffset(ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                var commands = new ArrayList<Command>();
                while (rows.next()) {
                    var at = rows.getObject("applied_at", OffsetDateTime.class).toInstant();
                    commands.add(command(rows, at));
                }
                return commands;
            }
        }
    }

    void answer(GivenCommand given, Outcome outcome) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update sim.command set applied_at = ?, outcome = ?, error = ? where id = ?")) {
            statement.setObject(1, given.command().at().atOffset(ZoneOffset.UTC));
            statement.setString(2, outcome instanceof Outcome.Done done ? done.what() : null);
            statement.setString(3, outcome instanceof Outcome.Refused refused ? refused.why() : null);
            statement.setLong(4, given.id());
            statement.executeUpdate();
        }
    }

    private static @Nullable Instant appliedAt(ResultSet row) throws SQLException {
        var at = row.getObject("applied_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Command command(ResultSet row, Instant at) throws SQLException {
        return new Command(at, row.getString("name"), arguments(row.getString("arguments")));
    }

    /** The table accepts JSON objects only; numbers and the like are taken as their text. */
    private static Map<String, String> arguments(String json) {
        try {
            var arguments = new TreeMap<String, String>();
            JSON.readTree(json).properties().forEach(field -> arguments.put(field.getKey(), text(field.getValue())));
            return arguments;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL returned jsonb that is not JSON: " + json, e);
        }
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
