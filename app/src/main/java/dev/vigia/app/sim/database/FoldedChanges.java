package dev.vigia.app.sim.database;

import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.RowChange.Kind;
import dev.vigia.app.sim.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Many changes of rows, folded into at most one a row.
 *
 * <p>What is left comes in an order that foreign keys accept: inserts with referenced tables first, then updates, then
 * deletes with referenced tables last.
 */
public final class FoldedChanges {

    private final List<Table> tables;
    private final Map<String, Map<List<@Nullable Object>, RowChange>> rows = new LinkedHashMap<>();

    /** Folds changes that come in order of time; the tables are given with referenced ones first. */
    public FoldedChanges(List<Table> tables, Stream<RowChange> changes) {
        this.tables = tables;
        tables.forEach(table -> rows.put(table.name(), new LinkedHashMap<>()));
        changes.forEach(this::add);
    }

    private void add(RowChange change) {
        var row = rowsOf(change.table());
        var before = row.get(change.key());
        var after = before == null ? change : Fold.of(before, change);
        if (after == null) {
            row.remove(change.key());
        } else {
            row.put(change.key(), after);
        }
    }

    /** The rows that are new in a table. */
    public Stream<RowChange> inserts(Table table) {
        return ofKind(Kind.INSERT, table);
    }

    /** What becomes of the rows that were there before; updates of the same columns stand together. */
    public List<RowChange> ofExistingRows() {
        var changes = new ArrayList<RowChange>();
        tables.forEach(table -> changes.addAll(updates(table)));
        var referencedLast = new ArrayList<>(tables);
        Collections.reverse(referencedLast);
        referencedLast.forEach(table -> ofKind(Kind.DELETE, table).forEach(changes::add));
        return changes;
    }

    /** How many rows they touch. */
    public long size() {
        return rows.values().stream().mapToLong(Map::size).sum();
    }

    private List<RowChange> updates(Table table) {
        return ofKind(Kind.UPDATE, table)
                .collect(Collectors.groupingBy(RowChange::columns, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private Stream<RowChange> ofKind(Kind kind, Table table) {
        return rowsOf(table).values().stream().filter(row -> row.kind() == kind);
    }

    private Map<List<@Nullable Object>, RowChange> rowsOf(Table table) {
        var known = rows.get(table.name());
        if (known == null) {
            throw new IllegalStateException("no department lists the table " + table.name());
        }
        return known;
    }
}
