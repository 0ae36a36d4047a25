package dev.vigia.connect.postgres;

import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.List;
import java.util.Set;

/**
 * All that the catalogue knows of a table.
 *
 * @param keys sets of columns that no two rows ever share, not even within a transaction, but for nulls
 */
public record CatalogTable(
        TableShape shape,
        ReplicaIdentity identity,
        List<UniqueIndex> uniqueIndexes,
        List<Set<String>> keys,
        List<ForeignKey> foreignKeys,
        TableStorage storage,
        TableAccess access) {

    public TableId table() {
        return shape.table();
    }

    /** Whether at any moment at most one row has given values in these columns, none of them null. */
    public boolean tellsApart(Set<String> columns) {
        return keys.stream().anyMatch(columns::containsAll);
    }

    /** The statement that has the log name all columns of a row before its change, in each partition too. */
    public String fullIdentity() {
        var name = SqlNames.quoted(table());
        return storage.partitioned()
                ? "DO $$ DECLARE part regclass; BEGIN FOR part IN SELECT relid FROM pg_partition_tree('"
                        + name.replace("'", "''")
                        + "') LOOP EXECUTE format('ALTER TABLE %s REPLICA IDENTITY FULL', part); END LOOP; END $$;"
                : "ALTER TABLE " + name + " REPLICA IDENTITY FULL;";
    }

    /** The same with other columns. */
    public CatalogTable with(TableShape other) {
        return new CatalogTable(other, identity, uniqueIndexes, keys, foreignKeys, storage, access);
    }
}
