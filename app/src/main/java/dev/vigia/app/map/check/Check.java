package dev.vigia.app.map.check;

import dev.vigia.app.program.Failure;
import dev.vigia.connect.expression.NoSqlException;
import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.mapping.WeeklyTotalsSql;
import dev.vigia.connect.postgres.CatalogTable;
import dev.vigia.connect.postgres.JdbcRows;
import dev.vigia.connect.postgres.LogReadiness;
import dev.vigia.connect.postgres.LogReadiness.Obstacle;
import dev.vigia.connect.postgres.PostgresCatalog;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs a mapping dry on a live PostgreSQL: reads everything, writes nothing. */
final class Check {

    private static final int SALT_BYTES = 32;

    private final Mapping mapping;
    private final Connection connection;
    private final String database;

    private final Salt salt;

    /** @param salt where there is none, one that is thrown away: hashes are shown, never kept */
    Check(Mapping mapping, Connection connection, String database, Salt salt) {
        this.mapping = mapping;
        this.connection = connection;
        this.database = database;
        this.salt = salt.isNone() ? throwawaySalt() : salt;
    }

    Shown shown() {
        return new Shown(mapping, salt);
    }

    /** @param examples how many rows of each rule to keep */
    Checked run(int examples) throws SQLException {
        var tables = tables();
        var rules = mapping.bind(shapes(tables), salt);
        var obstacles = obstacles(tables, rules);
        try (var rows = JdbcRows.open(connection)) {
            var dry = new DryRun(rows, narrow(tables), shown(), mapping.zone());
            var reports = dry.run(rules, examples);
            return new Checked(mapping, database, reports, totals(rules, dry), obstacles);
        }
    }

    private Optional<Checked.Totals> totals(List<Rule> rules, DryRun dry) throws SQLException {
        if (!WeeklyTotalsSql.covers(rules)) {
            return Optional.empty();
        }
        try {
            var sql = new WeeklyTotalsSql(mapping, rules).text(WeeklyTotals.FIRST_DAY, mapping.zone());
            var theirs = SqlTotals.of(connection, sql);
            return Optional.of(new Checked.Totals(sql, dry.totals().totals(), theirs));
        } catch (NoSqlException e) {
            throw Failure.check("The totals cannot be compared, because the mapping says what SQL cannot: "
                    + e.getMessage() + ". Nothing was written.");
        }
    }

    /** The tables of the mapping, and for those that are missing the nearest, so that they can be named. */
    private Map<TableId, CatalogTable> tables() throws SQLException {
        var catalog = new PostgresCatalog(connection);
        var tables = new TreeMap<>(catalog.read(mapping.tables()));
        for (var table : mapping.tables()) {
            if (!tables.containsKey(table)) {
                tables.putAll(catalog.read(catalog.nearest(table)));
            }
        }
        return tables;
    }

    private static Map<TableId, TableShape> shapes(Map<TableId, CatalogTable> tables) {
        var shapes = new TreeMap<TableId, TableShape>();
        tables.forEach((id, table) -> shapes.put(id, table.shape()));
        return shapes;
    }

    /** Only what the mapping names, and the primary keys. */
    private Map<TableId, TableShape> narrow(Map<TableId, CatalogTable> tables) {
        var narrow = new TreeMap<TableId, TableShape>();
        mapping.tables().forEach(id -> {
            var shape = Objects.requireNonNull(tables.get(id)).shape();
            narrow.put(id, JdbcRows.only(shape, columns(shape)));
        });
        return narrow;
    }

    private Set<String> columns(TableShape shape) {
        var columns = new TreeSet<>(mapping.columns(shape.table()));
        columns.addAll(shape.primaryKey());
        return columns;
    }

    private List<Obstacle> obstacles(Map<TableId, CatalogTable> tables, List<Rule> rules) throws SQLException {
        var user = connection.getMetaData().getUserName();
        var all = new ArrayList<Obstacle>();
        for (var id : mapping.tables()) {
            var table = Objects.requireNonNull(tables.get(id));
            all.addAll(LogReadiness.obstacles(table, columns(table.shape()), keys(id, rules), user));
        }
        return all;
    }

    private static Set<String> keys(TableId table, List<Rule> rules) {
        var keys = new TreeSet<String>();
        rules.stream().filter(rule -> rule.from().equals(table)).forEach(rule -> keys.addAll(rule.keyColumns()));
        return keys;
    }

    private static Salt throwawaySalt() {
        var secret = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(secret);
        return Salt.of("check", HexFormat.of().formatHex(secret));
    }
}
