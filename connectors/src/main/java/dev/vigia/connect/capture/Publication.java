package dev.vigia.connect.capture;

import dev.vigia.connect.row.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The publication that says which tables' changes we get; made and completed where that is allowed. */
final class Publication {

    private final String name;
    private final Connection connection;

    Publication(String name, Connection connection) {
        this.name = name;
        this.connection = connection;
    }

    boolean exists() throws SQLException {
        return asks("select exists (select from pg_publication where pubname = ?)", name);
    }

    /** What keeps it from telling every change of these tables. */
    List<String> problems(Set<TableId> wanted) throws SQLException {
        var left = new PublicationGaps(name, connection).problems(wanted);
        return left.isEmpty() ? lackingProblems(wanted) : left;
    }

    private List<String> lackingProblems(Set<TableId> wanted) throws SQLException {
        var lacking = lacking(wanted);
        if ((lacking.isEmpty() && exists()) || mayWrite(lacking)) {
            return List.of();
        }
        return List.of("the publication " + name + (exists() ? " lacks " + list(lacking) : " is missing")
                + ", and this user may not change that. Run, as the owner of the tables: " + statement(lacking) + ";");
    }

    /** Makes it hold these tables, and maybe others. */
    void ensure(Set<TableId> wanted) throws SQLException {
        var lacking = lacking(wanted);
        if (lacking.isEmpty() && exists()) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute(statement(lacking));
        }
    }

    private String statement(Collection<TableId> lacking) throws SQLException {
        var tables = lacking.stream().map(Names::quoted).collect(Collectors.joining(", "));
        return exists()
                ? "ALTER PUBLICATION " + Names.quoted(name) + " ADD TABLE " + tables
                : "CREATE PUBLICATION " + Names.quoted(name) + " FOR TABLE " + tables
                        + " WITH (publish_via_partition_root = true)";
    }

    private Set<TableId> lacking(Set<TableId> wanted) throws SQLException {
        var lacking = new TreeSet<>(wanted);
        try (var ask = connection.prepareStatement(
                "select schemaname, tablename from pg_publication_tables where pubname = ?")) {
            ask.setString(1, name);
            try (var tables = ask.executeQuery()) {
                while (tables.next()) {
                    lacking.remove(new TableId(tables.getString(1), tables.getString(2)));
                }
            }
        }
        return lacking;
    }

    /** Tables that are not there are another's problem. */
    private boolean mayWrite(Collection<TableId> tables) throws SQLException {
        if (!exists() && !asks("select has_database_privilege(?, 'CREATE')", connection.getCatalog())) {
            return false;
        }
        for (var table : tables) {
            if (!asks(
                    "select coalesce((select pg_has_role(current_user, relowner, 'USAGE') from pg_class"
                            + " where oid = to_regclass(?)), true)",
                    Names.quoted(table))) {
                return false;
            }
        }
        return true;
    }

    private boolean asks(String question, String about) throws SQLException {
        try (var ask = connection.prepareStatement(question)) {
            ask.setString(1, about);
            try (var answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static String list(Collection<TableId> tables) {
        return tables.stream().map(TableId::toString).collect(Collectors.joining(", "));
    }
}
