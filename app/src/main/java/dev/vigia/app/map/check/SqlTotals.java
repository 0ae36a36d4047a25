package dev.vigia.app.map.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asks the database for weekly totals, in the transaction of the connection. */
final class SqlTotals {

    private SqlTotals() {}

    static Map<WeekCell, WeekTotal> of(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var totals = new TreeMap<WeekCell, WeekTotal>();
            while (rows.next()) {
                var week = rows.getObject("week_start", LocalDate.class);
                var cell = new WeekCell(week, text(rows.getString("product")), text(rows.getString("region")));
                var total = new WeekTotal(
                        rows.getBigDecimal("gross"), rows.getBigDecimal("returned"), rows.getBigDecimal("revenue"));
                totals.merge(cell, total, WeekTotal::plus);
            }
            return totals;
        }
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
