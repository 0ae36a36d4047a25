package dev.vigia.connect.postgres;

import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.List;

/** All that the catalogue knows of a table. */
public record CatalogTable(
        TableShape shape,
        ReplicaIdentity identity,
        List<UniqueIndex> uniqueIndexes,
        List<ForeignKey> foreignKeys,
        TableStorage storage) {

    public TableId table() {
        return shape.table();
    }

    /** The same with other columns. */
    public CatalogTable with(TableShape other) {
        return new CatalogTable(other, identity, uniqueIndexes, foreignKeys, storage);
    }
}
