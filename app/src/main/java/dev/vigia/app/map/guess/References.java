package dev.vigia.app.map.guess;

import dev.vigia.connect.postgres.CatalogTable;
import dev.vigia.connect.postgres.ForeignKey;
import dev.vigia.connect.row.TableId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which table refers to which: by a foreign key, or by a column named as the other's only key, as SAP has it. */
final class References {

    /** Part of every key where one database serves several clients. */
    private static final List<String> CLIENTS = List.of("mandt", "client", "tenant_id");

    private static final List<String> TOO_COMMON = List.of("id", "code", "codigo", "name", "numero");

    private final Map<TableId, CatalogTable> tables;

    References(Map<TableId, CatalogTable> tables) {
        this.tables = tables;
    }

    /** The columns of the primary key that tell rows of one client apart. */
    static List<String> identity(CatalogTable table) {
        return table.shape().primaryKey().stream()
                .filter(column -> !CLIENTS.contains(Words.of(column).joined()))
                .toList();
    }

    /** What a table refers to, by one column. */
    List<ForeignKey> of(CatalogTable table) {
        var declared = table.foreignKeys().stream()
                .filter(key -> key.columns().size() == 1 && tables.containsKey(key.to()))
                .toList();
        var all = new ArrayList<>(declared);
        tables.values().stream().flatMap(other -> implied(table, other)).forEach(all::add);
        return all;
    }

    Optional<ForeignKey> between(CatalogTable table, TableId to) {
        return of(table).stream().filter(key -> key.to().equals(to)).findFirst();
    }

    /** The tables that refer to one. */
    Collection<CatalogTable> to(TableId table) {
        return tables.values().stream()
                .filter(other ->
                        !other.table().equals(table) && between(other, table).isPresent())
                .toList();
    }

    private static Stream<ForeignKey> implied(CatalogTable table, CatalogTable other) {
        var identity = identity(other);
        if (identity.size() != 1 || other.table().equals(table.table())) {
            return Stream.empty();
        }
        var column = identity.get(0);
        boolean named = table.shape().has(column)
                && !TOO_COMMON.contains(Words.of(column).joined());
        boolean declared =
                table.foreignKeys().stream().anyMatch(key -> key.columns().equals(List.of(column)));
        return named && !declared
                ? Stream.of(new ForeignKey("", List.of(column), other.table(), List.of(column)))
                : Stream.empty();
    }
}
