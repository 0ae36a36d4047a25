package dev.vigia.app.map.jdbc;

import dev.vigia.app.map.guess.ValueSamples;
import dev.vigia.connect.postgres.SqlNames;
import dev.vigia.connect.row.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The most frequent values of a column among the first rows that the database finds. */
public final class JdbcSamples implements ValueSamples {

    private static final int ROWS = 100_000;
    private static final int VALUES = 40;

    private final Connection connection;

    public JdbcSamples(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Map<String, Long> of(TableId table, String column) {
        var name = SqlNames.quoted(column);
        var sql = "select value, count(*) from (select " + name + "::text as value from " + SqlNames.quoted(table)
                + " limit " + ROWS + ") as sample where value is not null group by value order by 2 desc, 1 limit "
                + VALUES;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new LinkedHashMap<String, Long>();
            while (rows.next()) {
                values.put(rows.getString(1), rows.getLong(2));
            }
            return values;
        } catch (SQLException e) {
            throw new UnreadableDatabaseException(table + "." + column, e);
        }
    }
}
