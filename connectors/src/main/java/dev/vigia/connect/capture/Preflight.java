package dev.vigia.connect.capture;

import dev.vigia.connect.join.Assembler;
import dev.vigia.connect.mapping.MappingException;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.postgres.CatalogTable;
import dev.vigia.connect.postgres.JdbcRows;
import dev.vigia.connect.postgres.PostgresCatalog;
import dev.vigia.connect.postgres.ReplicaIdentity;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks at the source before anything is written, and finds all that would go wrong, each with its remedy. */
final class Preflight {

    private final CaptureConfig config;
    private final Connection connection;
    private final List<String> problems = new ArrayList<>();

    Preflight(CaptureConfig config, Connection connection) {
        this.config = config;
        this.connection = connection;
    }

    /**
     * What is fit to be captured.
     *
     * @param tables as they are; paused ones as they were
     * @param published the tables whose changes are to be in the log that we read
     */
    record Fit(
            Map<TableId, CatalogTable> tables,
            Map<TableId, Set<String>> columns,
            List<Rule> rules,
            Set<TableId> published) {}

    /** @param paused tables that are not to be read, as Kafka keeps them: nothing may be wrong with the others */
    Fit check(Map<String, PausedTable> paused) throws SQLException {
        problems.addAll(ServerSettings.read(connection).problems(connection, config));
        var catalog = new PostgresCatalog(connection);
        var there = catalog.read(config.plan().tables());
        var published = published(there.keySet());
        var tables = asTheyWere(there, paused);
        for (var wanted : config.plan().tables()) {
            if (!tables.containsKey(wanted)) {
                problems.add(missing(wanted, catalog.nearest(wanted)));
            }
        }
        var columns = new TreeMap<TableId, Set<String>>();
        tables.values().forEach(table -> columns.put(table.table(), columns(table)));
        var rules = tables.size() == config.plan().tables().size() ? bind(tables) : List.<Rule>of();
        tables.values().stream()
                .filter(table -> !paused.containsKey(table.table().toString()))
                .forEach(table -> check(table, rules));
        problems.addAll(new HeartbeatTable(config, connection).problems());
        problems.addAll(new Publication(config.slot(), connection).problems(published));
        if (!problems.isEmpty()) {
            throw CaptureRefusedException.of(config.writer().source(), problems);
        }
        return new Fit(tables, columns, rules, published);
    }

    /** With paused tables as they were, so that the mapping still fits: none of their rows is read. */
    private static Map<TableId, CatalogTable> asTheyWere(
            Map<TableId, CatalogTable> there, Map<String, PausedTable> paused) {
        var tables = new TreeMap<>(there);
        paused.forEach((name, kept) ->
                tables.computeIfPresent(TableId.parse(name), (id, table) -> table.with(kept.shape(id))));
        return tables;
    }

    private Set<TableId> published(Set<TableId> there) {
        var all = new TreeSet<>(there);
        var heartbeat = config.heartbeat().table();
        if (heartbeat != null) {
            all.add(heartbeat);
        }
        return all;
    }

    private List<Rule> bind(Map<TableId, CatalogTable> tables) {
        var shapes = new TreeMap<TableId, TableShape>();
        tables.forEach((id, table) -> shapes.put(id, JdbcRows.only(table.shape(), columns(table))));
        try {
            return config.plan().bind(shapes);
        } catch (MappingException e) {
            e.problems().forEach(problem -> problems.add(problem.toString()));
            return List.of();
        }
    }

    private Set<String> columns(CatalogTable table) {
        var all = new TreeSet<>(config.plan().columns(table.table()));
        all.addAll(table.shape().primaryKey());
        return all;
    }

    private void check(CatalogTable table, List<Rule> rules) {
        var name = Names.quoted(table.table());
        if (!table.storage().readable()) {
            problems.add(table.table() + " may not be read. Run: GRANT USAGE ON SCHEMA "
                    + Names.quoted(table.table().schema()) + " TO "
                    + Names.quoted(config.database().user())
                    + "; GRANT SELECT ON " + name + " TO "
                    + Names.quoted(config.database().user()) + ";");
        }
        if (!table.storage().logged()) {
            problems.add(table.table() + " is unlogged, so its changes are in no log. Run: ALTER TABLE " + name
                    + " SET LOGGED;");
        }
        identity(table, rules);
        primaryKey(table, rules);
        var generated = mapped(table, table.storage().generated());
        if (!generated.isEmpty()) {
            problems.add(table.table() + ": " + words(generated)
                    + " generated, and the log leaves generated columns out. Map the columns it is computed from.");
        }
    }

    private void identity(CatalogTable table, List<Rule> rules) {
        var full = "Run: ALTER TABLE " + Names.quoted(table.table()) + " REPLICA IDENTITY FULL;";
        if (table.identity().kind() == ReplicaIdentity.Kind.FULL) {
            return;
        }
        var lacking = new TreeSet<>(table.shape().primaryKey());
        rules.stream()
                .filter(rule -> rule.from().equals(table.table()))
                .forEach(rule -> lacking.addAll(rule.keyColumns()));
        lacking.removeAll(table.identity().columns());
        if (!lacking.isEmpty()) {
            problems.add(table.table() + ": " + words(lacking)
                    + " part of a key, but not of the replica identity, so the log would not tell which record a"
                    + " changed or deleted row was. " + full);
        } else if (table.identity().columns().isEmpty()) {
            problems.add(table.table() + " has no replica identity, so its rows could not be changed. " + full);
        }
        var large = mapped(table, table.storage().toastable());
        if (!large.isEmpty()) {
            problems.add(table.table() + ": " + words(large)
                    + " mapped and may hold large values, which the log leaves out where an update leaves them alone. "
                    + full);
        }
    }

    /** Rows that are kept for lookups are told apart by it. */
    private void primaryKey(CatalogTable table, List<Rule> rules) {
        var readers = Assembler.needed(rules).stream()
                .filter(rule -> Assembler.tables(rule).contains(table.table()))
                .map(Rule::name)
                .collect(Collectors.joining(", "));
        if (table.shape().primaryKey().isEmpty() && !readers.isEmpty()) {
            problems.add(table.table() + " has no primary key, and the lookups of " + readers
                    + " must tell its rows apart. Run: ALTER TABLE " + Names.quoted(table.table())
                    + " ADD PRIMARY KEY (…);");
        }
    }

    private Set<String> mapped(CatalogTable table, Set<String> some) {
        var both = columns(table);
        both.retainAll(some);
        return both;
    }

    private static String words(Set<String> columns) {
        var names = columns.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
        return columns.size() == 1 ? "column " + names + " is" : "columns " + names + " are";
    }

    private static String missing(TableId wanted, List<TableId> nearest) {
        var hint = nearest.isEmpty()
                ? "Create it, or correct the mapping."
                : "Did you mean " + nearest.stream().map(TableId::toString).collect(Collectors.joining(" or ")) + "?";
        return "table " + wanted + " is not there. " + hint;
    }
}
