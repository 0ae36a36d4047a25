package dev.vigia.connect.envelope;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.TableId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is read of each table of a mapping; of other tables nothing is.
 *
 * @param columns the columns that the mapping names
 * @param declared the types that the mapping declares, for events that do not say them
 */
public record WantedColumns(Map<TableId, Set<String>> columns, Map<TableId, List<Column>> declared) {

    /** The columns of a table that the mapping names and those of its primary key; null where it does not name the table. */
    @Nullable
    Set<String> of(TableId table, List<String> primaryKey) {
        var named = columns.get(table);
        if (named == null) {
            return null;
        }
        var all = new TreeSet<>(named);
        all.addAll(primaryKey);
        return all;
    }

    /** The declared type of a column; null where there is none. */
    @Nullable
    Column declared(TableId table, String name) {
        return declared.getOrDefault(table, List.of()).stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
