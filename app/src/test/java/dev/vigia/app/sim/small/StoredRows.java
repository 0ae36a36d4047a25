package dev.vigia.app.sim.small;

import dev.vigia.app.sim.Column;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.Table;
import dev.vigia.app.sim.database.DatabaseAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows that a company's database holds. */
public final class StoredRows {

    private StoredRows() {}

    public static Map<List<@Nullable Object>, Map<String, @Nullable Object>> of(DatabaseAddress address, Table table)
            throws SQLException {
        try (var connection = address.connect();
                var statement = connection.prepareStatement("select * from " + table.name());
                var rows = statement.executeQuery()) {
            var stored = new HashMap<List<@Nullable Object>, Map<String, @Nullable Object>>();
            while (rows.next()) {
                var values = values(rows, table);
                stored.put(new RowChange(Instant.EPOCH, table, RowChange.Kind.INSERT, values).key(), values);
            }
            return stored;
        }
    }

    private static Map<String, @Nullable Object> values(ResultSet row, Table table) throws SQLException {
        var values = new HashMap<String, @Nullable Object>();
        for (var column : table.columns()) {
            values.put(column.name(), value(row, column));
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, Column column) throws SQLException {
        return switch (column.type()) {
            case DATE -> row.getObject(column.name(), LocalDate.class);
            case INSTANT -> row.getObject(column.name(), OffsetDateTime.class).toInstant();
            default -> row.getObject(column.name());
        };
    }
}
