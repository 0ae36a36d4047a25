package dev.vigia.connect.postgres;

import dev.vigia.connect.postgres.ReplicaIdentity.Kind;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table of the catalogue while its parts are being read. */
final class TableDraft {

    private final TableHeader header;
    private final List<Column> columns = new ArrayList<>();
    private final Set<String> toastable = new LinkedHashSet<>();
    private final Set<String> generated = new LinkedHashSet<>();
    private final Set<String> hidden = new LinkedHashSet<>();
    private final List<UniqueIndex> uniqueIndexes = new ArrayList<>();
    private final List<Set<String>> keys = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private List<String> primaryKey = List.of();
    private @Nullable ReplicaIdentity identity;

    TableDraft(TableHeader header) {
        this.header = header;
    }

    void addColumn(ResultSet row) throws SQLException {
        var name = row.getString("column");
        var type = PostgresTypes.of(row.getString("type"), row.getString("kind"));
        columns.add(new Column(name, type, row.getString("declared")));
        if (row.getBoolean("toastable")) {
            toastable.add(name);
        }
        if (row.getBoolean("generated")) {
            generated.add(name);
        }
        if (row.getBoolean("hidden")) {
            hidden.add(name);
        }
    }

    void addIndex(ResultSet row) throws SQLException {
        if (row.getBoolean("primary")) {
            primaryKey = names(row, "columns");
        }
        if (row.getBoolean("immediate")) {
            keys.add(Set.copyOf(names(row, "columns")));
        }
        if (row.getBoolean("usable")) {
            uniqueIndexes.add(new UniqueIndex(row.getString("index"), names(row, "columns")));
        }
    }

    /** Of the table itself, or of one of its partitions: only what all of them name can be relied on. */
    void addIdentity(ResultSet row) throws SQLException {
        var one = new ReplicaIdentity(Kind.of(row.getString("identity")), Set.copyOf(names(row, "columns")));
        identity = identity == null ? one : identity.and(one);
    }

    void addForeignKey(ResultSet row) throws SQLException {
        var to = new TableId(row.getString("to_schema"), row.getString("to_name"));
        foreignKeys.add(new ForeignKey(row.getString("key"), names(row, "columns"), to, names(row, "to_columns")));
    }

    CatalogTable table() {
        var shape = new TableShape(header.table(), columns, primaryKey);
        var storage = new TableStorage(
                Set.copyOf(toastable),
                Set.copyOf(generated),
                header.logged(),
                header.partitioned(),
                header.inherited(),
                header.rows());
        var access = new TableAccess(header.readable(), Set.copyOf(hidden), header.secured());
        return new CatalogTable(
                shape,
                Objects.requireNonNull(identity),
                List.copyOf(uniqueIndexes),
                List.copyOf(keys),
                List.copyOf(foreignKeys),
                storage,
                access);
    }

    private static List<String> names(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
