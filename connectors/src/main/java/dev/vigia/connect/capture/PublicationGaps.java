package dev.vigia.connect.capture;

import dev.vigia.connect.row.TableId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a publication that others made leaves out of the changes of its tables. */
final class PublicationGaps {

    private static final String SETTINGS = """
            select pubinsert and pubupdate and pubdelete and pubtruncate,
                   pubviaroot or not exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                             where c.relkind = 'p' and n.nspname || '.' || c.relname = any (?))
            from pg_publication where pubname = ?""";

    /** Servers before PostgreSQL 15 have no filters, and no such column. */
    private static final String FILTERED = """
            select n.nspname, c.relname
            from pg_publication p
            join pg_publication_rel r on r.prpubid = p.oid
            join pg_class c on c.oid = r.prrelid
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname || '.' || c.relname = any (?) and p.pubname = ? and to_jsonb(r) ->> 'prqual' is not null""";

    private final String name;
    private final Connection connection;

    PublicationGaps(String name, Connection connection) {
        this.name = name;
        this.connection = connection;
    }

    /** Each with its remedy; none where there is no publication yet. */
    List<String> problems(Set<TableId> wanted) throws SQLException {
        var problems = new ArrayList<String>();
        each(SETTINGS, wanted, settings -> {
            if (!settings.getBoolean(1)) {
                problems.add("the publication " + name + " leaves inserts, updates, deletes or truncates out. "
                        + set("publish = 'insert, update, delete, truncate'"));
            }
            if (!settings.getBoolean(2)) {
                problems.add("the publication " + name + " tells changes of partitioned tables under the names of"
                        + " their partitions. " + set("publish_via_partition_root = true"));
            }
        });
        each(
                FILTERED,
                wanted,
                table -> problems.add(filtered(Names.quoted(new TableId(table.getString(1), table.getString(2))))));
        return problems;
    }

    private String set(String setting) {
        return "Run: ALTER PUBLICATION " + Names.quoted(name) + " SET (" + setting + ");";
    }

    private String filtered(String table) {
        var publication = "ALTER PUBLICATION " + Names.quoted(name);
        return "the publication " + name + " leaves rows of " + table + " out. Run: BEGIN; " + publication
                + " DROP TABLE " + table + "; " + publication + " ADD TABLE " + table + "; COMMIT;";
    }

    private void each(String question, Set<TableId> tables, Answers answers) throws SQLException {
        var names = tables.stream().map(TableId::toString).toArray();
        try (var ask = connection.prepareStatement(question)) {
            ask.setArray(1, connection.createArrayOf("text", names));
            ask.setString(2, name);
            try (var rows = ask.executeQuery()) {
                while (rows.next()) {
                    answers.read(rows);
                }
            }
        }
    }

    /** Told of each row of an answer. */
    @FunctionalInterface
    private interface Answers {
        void read(ResultSet row) throws SQLException;
    }
}
