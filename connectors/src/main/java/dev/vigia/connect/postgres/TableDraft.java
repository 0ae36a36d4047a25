package dev.vigia.connect.postgres;

import dev.vigia.connect.postgres.ReplicaIdentity.Kind;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A table of the catalogue while its parts are being read. */
final class TableDraft {

    private final TableHeader header;
    private final List<Column> columns = new ArrayList<>();
    private final Set<String> toastable = new LinkedHashSet<>();
    private final Set<String> generated = new LinkedHashSet<>();
    private final List<UniqueIndex> uniqueIndexes = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private List<String> primaryKey = List.of();
    private List<String> chosenIndex = List.of();

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
    }

    void addIndex(ResultSet row) throws SQLException {
        if (row.getBoolean("primary")) {
            primaryKey = names(row, "columns");
        }
        if (row.getBoolean("chosen")) {
            chosenIndex = names(row, "columns");
        }
        if (row.getBoolean("usable")) {
            uniqueIndexes.add(new UniqueIndex(row.getString("index"), names(row, "columns")));
        }
    }

    void addForeignKey(ResultSet row) throws SQLException {
        var to = new TableId(row.getString("to_schema"), row.getString("to_name"));
        foreignKeys.add(new ForeignKey(row.getString("key"), names(row, "columns"), to, names(row, "to_columns")));
    }

    CatalogTable table() {
        var shape = new TableShape(header.table(), columns, primaryKey);
        var storage = new TableStorage(
                Set.copyOf(toastable), Set.copyOf(generated), header.logged(), header.readable(), header.rows());
        return new CatalogTable(shape, identity(), List.copyOf(uniqueIndexes), List.copyOf(foreignKeys), storage);
    }

    private ReplicaIdentity identity() {
        return switch (header.identity()) {
            case "f" -> identity(Kind.FULL, columns.stream().map(Column::name).toList());
            case "i" -> identity(Kind.INDEX, chosenIndex);
            case "n" -> identity(Kind.NOTHING, List.of());
            default -> identity(Kind.DEFAULT, primaryKey);
        };
    }

    private static ReplicaIdentity identity(Kind kind, Collection<String> columns) {
        return new ReplicaIdentity(kind, columns.stream().collect(Collectors.toUnmodifiableSet()));
    }

    private static List<String> names(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
