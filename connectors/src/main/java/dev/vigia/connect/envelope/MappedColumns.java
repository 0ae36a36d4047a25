package dev.vigia.connect.envelope;

import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.TableId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a mapping wants read of change events. */
public final class MappedColumns {

    private MappedColumns() {}

    /** The columns of some of its tables. */
    public static WantedColumns of(Mapping mapping, Collection<TableId> tables) {
        Map<TableId, Set<String>> columns =
                tables.stream().collect(Collectors.toMap(Function.identity(), mapping::columns));
        Map<TableId, List<Column>> declared =
                tables.stream().collect(Collectors.toMap(Function.identity(), table -> declared(mapping, table)));
        return new WantedColumns(columns, declared);
    }

    private static List<Column> declared(Mapping mapping, TableId table) {
        return mapping.declaredTypes(table).entrySet().stream()
                .map(entry -> new Column(
                        entry.getKey(),
                        entry.getValue().type(),
                        entry.getValue().declared()))
                .toList();
    }
}
