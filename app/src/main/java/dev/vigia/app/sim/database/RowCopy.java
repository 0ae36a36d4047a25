package dev.vigia.app.sim.database;

import dev.vigia.app.sim.Column;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Writes new rows in bulk, by COPY. */
final class RowCopy {

    private final PGConnection connection;

    RowCopy(Connection connection) throws SQLException {
        this.connection = connection.unwrap(PGConnection.class);
    }

    void insert(Table table, Stream<RowChange> rows) throws SQLException {
        var remaining = rows.iterator();
        if (remaining.hasNext()) {
            copy(table, remaining);
        }
    }

    private void copy(Table table, Iterator<RowChange> rows) throws SQLException {
        try (var out = new PGCopyOutputStream(connection, sql(table))) {
            while (rows.hasNext()) {
                out.write(line(rows.next()).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new SQLException("copying rows into " + table.name() + " failed: " + e.getMessage(), e);
        }
    }

    private static String sql(Table table) {
        var columns = table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
        return "copy " + table.name() + " (" + columns + ") from stdin";
    }

    private static String line(RowChange row) {
        return row.table().columns().stream()
                .map(column -> SqlValue.field(row.values().get(column.name())))
                .collect(Collectors.joining("\t", "", "\n"));
    }
}
