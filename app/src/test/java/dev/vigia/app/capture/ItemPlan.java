package dev.vigia.app.capture;

import dev.vigia.connect.capture.CapturePlan;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A mapping of tables with {@code (order_id, id, quantity)} to order lines. */
record ItemPlan(String source, Set<TableId> tables, String fingerprint) implements CapturePlan {

    static ItemPlan of(String source, String... tables) {
        var ids = new TreeSet<TableId>();
        for (var table : tables) {
            ids.add(TableId.parse(table));
        }
        return new ItemPlan(source, ids, "one");
    }

    ItemPlan changed() {
        return new ItemPlan(source, tables, fingerprint + "+");
    }

    @Override
    public Set<String> columns(TableId table) {
        return Set.of("order_id", "id", "quantity");
    }

    @Override
    public Set<String> hidden(TableId table) {
        return Set.of();
    }

    @Override
    public List<Rule> bind(Map<TableId, TableShape> shapes) {
        return tables.stream().<Rule>map(table -> new ItemRule(table, source)).toList();
    }
}
