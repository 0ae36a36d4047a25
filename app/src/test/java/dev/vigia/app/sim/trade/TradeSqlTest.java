package dev.vigia.app.sim.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.sim.Column;
import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The DDL and the tables in Java say the same. */
class TradeSqlTest {

    private static final Pattern COLUMN = Pattern.compile(
            "^ {4}(?!primary key)(\\w+) +([a-z]+(?: precision)?(?:\\(\\d+,\\d\\))?)", Pattern.MULTILINE);

    private final Trade trade = new Trade(CompanySettings.DEFAULT);

    @Test
    void shouldCreateEveryTableWithItsColumnsWhenTheScriptIsRun() throws IOException {
        var sql = sql();
        assertThat(trade.tables())
                .allSatisfy(table -> assertThat(columns(sql, table))
                        .isEqualTo(table.columns().stream()
                                .map(column -> column.name() + " " + type(column))
                                .toList()));
    }

    @Test
    void shouldCreateReferencedTablesFirstWhenTheScriptIsRun() throws IOException {
        var sql = sql();
        var places = trade.tables().stream().map(table -> start(sql, table)).toList();
        assertThat(places).doesNotContain(-1).isSorted();
    }

    private static List<String> columns(String sql, Table table) {
        int start = start(sql, table);
        var body = sql.substring(start, sql.indexOf("\n);", start));
        return COLUMN.matcher(body)
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
    }

    private static int start(String sql, Table table) {
        return sql.indexOf("create table " + table.name() + " (");
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case TEXT -> "text";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case QUANTITY -> "numeric(18,3)";
            case MONEY -> "numeric(18,2)";
            case REAL -> "double precision";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case INSTANT -> "timestamptz";
        };
    }

    private String sql() throws IOException {
        try (var in = Objects.requireNonNull(Trade.class.getResourceAsStream(trade.name() + ".sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
