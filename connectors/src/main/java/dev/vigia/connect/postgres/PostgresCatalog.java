package dev.vigia.connect.postgres;

import dev.vigia.connect.row.TableId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Reads from a live PostgreSQL what its tables look like. It changes nothing; one thread. */
public final class PostgresCatalog {

    private final Connection connection;

    public PostgresCatalog(Connection connection) {
        this.connection = connection;
    }

    /** The names of all tables of a schema, whether they may be read or not. */
    public List<TableId> tablesOf(String schema) throws SQLException {
        return headers().keySet().stream()
                .filter(table -> table.schema().equals(schema))
                .toList();
    }

    /** The schemas that hold tables. */
    public List<String> schemas() throws SQLException {
        return headers().keySet().stream().map(TableId::schema).distinct().toList();
    }

    /** All tables of a schema. */
    public Map<TableId, CatalogTable> schema(String schema) throws SQLException {
        return read(tablesOf(schema));
    }

    /** Those of the tables that are there; ask {@link #nearest} for the others. */
    public Map<TableId, CatalogTable> read(Collection<TableId> wanted) throws SQLException {
        var drafts = new TreeMap<TableId, TableDraft>();
        headers().forEach((table, header) -> {
            if (wanted.contains(table)) {
                drafts.put(table, new TableDraft(header));
            }
        });
        each(CatalogQuery.COLUMNS, drafts, TableDraft::addColumn);
        each(CatalogQuery.INDEXES, drafts, TableDraft::addIndex);
        each(CatalogQuery.IDENTITIES, drafts, TableDraft::addIdentity);
        each(CatalogQuery.FOREIGN_KEYS, drafts, TableDraft::addForeignKey);
        var tables = new TreeMap<TableId, CatalogTable>();
        drafts.forEach((table, draft) -> tables.put(table, draft.table()));
        return tables;
    }

    /** The tables whose names are most like one that is not there, the likeliest first; at most three. */
    public List<TableId> nearest(TableId missing) throws SQLException {
        return headers().keySet().stream()
                .filter(table -> Likeness.close(missing, table))
                .sorted(Comparator.comparingInt(table -> Likeness.distance(missing, table)))
                .limit(3)
                .toList();
    }

    private Map<TableId, TableHeader> headers() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(CatalogQuery.TABLES.sql())) {
            var headers = new TreeMap<TableId, TableHeader>();
            while (rows.next()) {
                headers.put(tableOf(rows), headerOf(rows));
            }
            return headers;
        }
    }

    private void each(CatalogQuery query, Map<TableId, TableDraft> drafts, Reader reader) throws SQLException {
        var names = new ArrayList<String>();
        drafts.keySet().forEach(table -> names.add(table.toString()));
        try (var statement = connection.prepareStatement(query.sql())) {
            statement.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var draft = drafts.get(tableOf(rows));
                    if (draft != null) {
                        reader.read(draft, rows);
                    }
                }
            }
        }
    }

    private static TableId tableOf(ResultSet row) throws SQLException {
        return new TableId(row.getString("schema"), row.getString("name"));
    }

    private static TableHeader headerOf(ResultSet row) throws SQLException {
        long estimate = row.getLong("estimate");
        var rows = row.wasNull() || estimate < 0 ? OptionalLong.empty() : OptionalLong.of(estimate);
        return new TableHeader(
                tableOf(row),
                row.getBoolean("logged"),
                row.getBoolean("partitioned"),
                row.getBoolean("inherited"),
                row.getBoolean("readable"),
                row.getBoolean("secured"),
                rows);
    }

    /** Adds to a table what one row of an answer says of it. */
    private interface Reader {

        void read(TableDraft draft, ResultSet row) throws SQLException;
    }
}
