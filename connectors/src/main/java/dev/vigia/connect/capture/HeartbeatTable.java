package dev.vigia.connect.capture;

import dev.vigia.connect.postgres.PostgresCatalog;
import dev.vigia.connect.postgres.ReplicaIdentity;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The heartbeat's table in the source: looked at before, and made where it is missing. */
final class HeartbeatTable {

    private final @Nullable TableId table;
    private final String clock;
    private final String user;
    private final Connection connection;

    HeartbeatTable(CaptureConfig config, Connection connection) {
        this.table = config.heartbeat().table();
        this.clock = config.heartbeat().clock();
        this.user = config.database().user();
        this.connection = connection;
    }

    /** What keeps it from being made or written. */
    List<String> problems() throws SQLException {
        if (table == null) {
            return List.of();
        }
        var there = new PostgresCatalog(connection).read(Set.of(table)).get(table);
        if (there == null) {
            return mayCreate(table)
                    ? List.of()
                    : List.of("the heartbeat's table " + table + " is missing. Run: " + script(table));
        }
        var shape = there.shape();
        if (!shape.has(HeartbeatSettings.COLUMN)
                || shape.column(HeartbeatSettings.COLUMN).type() != ColumnType.INSTANT) {
            return List.of("the heartbeat's table " + table
                    + " has no column \"at\" of type timestamptz. Name another with --heartbeat-table.");
        }
        if (there.identity().kind() != ReplicaIdentity.Kind.FULL
                && there.identity().columns().isEmpty()) {
            return List.of("the heartbeat's table " + table + " has no replica identity. Run: ALTER TABLE "
                    + Names.quoted(table) + " REPLICA IDENTITY FULL;");
        }
        return mayWrite(table)
                ? List.of()
                : List.of(
                        "the heartbeat's table " + table + " may not be written. Run: GRANT SELECT, INSERT, UPDATE ON "
                                + Names.quoted(table) + " TO " + Names.quoted(user)
                                + "; or do without it, with --heartbeat-table none.");
    }

    /** Makes the table and its row unless they are there. */
    void ensure() throws SQLException {
        if (table == null) {
            return;
        }
        var name = Names.quoted(table);
        try (var statement = connection.createStatement()) {
            if (new PostgresCatalog(connection).read(Set.of(table)).isEmpty()) {
                statement.execute("create table " + name + " (at timestamptz not null)");
                statement.execute("alter table " + name + " replica identity full");
            }
            statement.execute(
                    "insert into " + name + " (at) select " + clock + " where not exists (select from " + name + ")");
        }
    }

    private boolean mayCreate(TableId wanted) throws SQLException {
        return asks(
                "select coalesce((select has_schema_privilege(oid, 'CREATE') from pg_namespace where nspname = ?), false)",
                wanted.schema());
    }

    private boolean mayWrite(TableId there) throws SQLException {
        return asks(
                "select bool_and(has_table_privilege(?, right_)) from unnest(array['SELECT', 'INSERT', 'UPDATE']) right_",
                Names.quoted(there));
    }

    private boolean asks(String question, String about) throws SQLException {
        try (var ask = connection.prepareStatement(question)) {
            ask.setString(1, about);
            try (var answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private String script(TableId missing) {
        var name = Names.quoted(missing);
        return "CREATE SCHEMA IF NOT EXISTS " + Names.quoted(missing.schema()) + "; CREATE TABLE " + name
                + " (at timestamptz NOT NULL); ALTER TABLE " + name + " REPLICA IDENTITY FULL; GRANT USAGE ON SCHEMA "
                + Names.quoted(missing.schema()) + " TO " + Names.quoted(user) + "; GRANT SELECT, INSERT, UPDATE ON "
                + name + " TO " + Names.quoted(user) + "; or do without it, with --heartbeat-table none.";
    }
}
