package dev.vigia.connect.join;

import dev.vigia.connect.mapping.Found;
import dev.vigia.connect.mapping.Made;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.RowChange.Operation;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The company's tables as they are, changed at random, and what their rows should come to: joined by looking at every row. */
final class Books {

    private final Random random;
    private final Map<TableId, Map<List<@Nullable Object>, Row>> tables = new LinkedHashMap<>();
    private final boolean oddStates;

    Books(Random random) {
        this.random = random;
        this.oddStates = random.nextBoolean();
        Company.SHAPES.keySet().forEach(table -> tables.put(table, new LinkedHashMap<>()));
    }

    /** Changes some rows in one transaction. */
    List<RowChange> transaction(int most) {
        var changes = new ArrayList<RowChange>();
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            changes.add(change());
        }
        return changes;
    }

    private RowChange change() {
        var shapes = List.of(Company.REGION, Company.PARTNER, Company.ORDER, Company.LINE, Company.LINE);
        var shape = shapes.get(random.nextInt(shapes.size()));
        var rows = rows(shape.table());
        var row = row(shape);
        var old = rows.get(row.primaryKey());
        if (old == null && !rows.isEmpty() && random.nextInt(3) == 0) {
            old = new ArrayList<>(rows.values()).get(random.nextInt(rows.size()));
            rows.remove(old.primaryKey());
            rows.put(row.primaryKey(), row);
            return new RowChange(shape.table(), Operation.UPDATE, keyOf(old), row);
        }
        if (old != null && random.nextInt(3) == 0) {
            rows.remove(row.primaryKey());
            return new RowChange(shape.table(), Operation.DELETE, keyOf(old), null);
        }
        rows.put(row.primaryKey(), row);
        return new RowChange(shape.table(), old == null ? Operation.INSERT : Operation.UPDATE, null, row);
    }

    /** All rows, as a snapshot shows them: table by table, in any order. */
    List<RowChange> snapshot() {
        var order = new ArrayList<>(tables.keySet());
        Collections.shuffle(order, random);
        var all = new ArrayList<RowChange>();
        for (var table : order) {
            rows(table).values().forEach(row -> all.add(new RowChange(table, Operation.READ, null, row)));
        }
        return all;
    }

    /** What every row of a rule's table comes to. */
    List<Made> made(Rule rule) {
        return rows(rule.from()).values().stream()
                .map(row -> rule.make(row, found(rule, row)))
                .toList();
    }

    private Found found(Rule rule, Row row) {
        var found = Found.nothing();
        for (var lookup : rule.lookups()) {
            var wanted = lookup.wanted(row, found);
            var rows = rows(lookup.table()).values().stream()
                    .filter(each -> wanted != null
                            && lookup.columns().stream()
                                    .<@Nullable Object>map(each::get)
                                    .toList()
                                    .equals(wanted))
                    .toList();
            found = found.and(lookup, rows);
        }
        return found;
    }

    private Map<List<@Nullable Object>, Row> rows(TableId table) {
        return tables.computeIfAbsent(table, any -> new HashMap<>());
    }

    private Row row(TableShape shape) {
        if (shape.equals(Company.REGION)) {
            return new Row(shape, new Object[] {number(4), text("c", 6)});
        }
        if (shape.equals(Company.PARTNER)) {
            return new Row(
                    shape, new @Nullable Object[] {number(6), random.nextInt(5) == 0 ? null : number(4), text("p", 3)});
        }
        if (shape.equals(Company.ORDER)) {
            return new Row(shape, new @Nullable Object[] {number(10), number(6), state(), number(5)});
        }
        return new Row(shape, new @Nullable Object[] {number(10), number(3), text("c", 15), text("t", 3)});
    }

    private String state() {
        var states = List.of("draft", "sale", "sale", oddStates ? "odd" : "done");
        return states.get(random.nextInt(states.size()));
    }

    private BigDecimal number(int below) {
        return BigDecimal.valueOf(random.nextInt(below));
    }

    private String text(String word, int below) {
        return word + random.nextInt(below);
    }

    /** What a source says of a row that is gone, unless told to say more. */
    private static Row keyOf(Row row) {
        var shape = row.shape();
        var columns = shape.primaryKey().stream().<Column>map(shape::column).toList();
        var key = new TableShape(shape.table(), columns, shape.primaryKey());
        return new Row(key, row.primaryKey().toArray());
    }
}
