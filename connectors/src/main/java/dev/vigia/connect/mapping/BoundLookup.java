package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.RefusedException;
import dev.vigia.connect.expression.Scene;
import dev.vigia.connect.expression.Term;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lookup bound to its table. Any thread. */
final class BoundLookup implements Lookup {

    private final LookupSpec spec;
    private final TableShape shape;
    private final List<Term> compared;
    private final List<Term> on;
    private final Stage stage;
    private final String where;
    private final Comparator<Row> order;

    /**
     * A lookup.
     *
     * @param compared the columns, as expressions of the looked-up row
     * @param on what the compared columns must equal, in their order
     * @param where file, line and lookup
     */
    BoundLookup(LookupSpec spec, TableShape shape, List<Term> compared, List<Term> on, Stage stage, String where) {
        this.spec = spec;
        this.shape = shape;
        this.compared = compared;
        this.on = on;
        this.stage = stage;
        this.where = where;
        this.order = order();
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public TableId table() {
        return spec.from();
    }

    @Override
    public List<String> columns() {
        return List.copyOf(spec.on().keySet());
    }

    @Override
    public @Nullable String newest() {
        return spec.newest();
    }

    @Override
    public @Nullable List<Object> wanted(Row row, Found found) {
        return stage.attempt(row, found, scene -> {
            var wanted = new ArrayList<Object>();
            for (var term : on) {
                var value = term.value(scene);
                if (value == null) {
                    return null;
                }
                wanted.add(Lookup.canonical(value));
            }
            return wanted;
        });
    }

    /** Refuses where what is looked for cannot be used. */
    void check(Scene scene) {
        try {
            on.forEach(term -> term.value(scene));
        } catch (RefusedException e) {
            throw new Cell.RefusedHere(Cell.refusal(spec.label(), e, where));
        }
    }

    @Override
    public List<Row> pick(List<Row> rows) {
        if (spec.all() != null) {
            return rows.stream().sorted(order).toList();
        }
        return rows.stream().min(order).map(List::of).orElse(List.of());
    }

    /** The one that counts first: the newest, where that is asked for, else by the primary key. */
    private Comparator<Row> order() {
        Comparator<Row> byKey = identity().stream()
                .map(BoundLookup::by)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        var newest = spec.newest();
        return newest == null ? byKey : by(newest).reversed().thenComparing(byKey.reversed());
    }

    /** The columns that tell rows apart: the primary key, or all where there is none. */
    List<String> identity() {
        return shape.primaryKey().isEmpty()
                ? shape.columns().stream().map(column -> column.name()).toList()
                : shape.primaryKey();
    }

    /** Rows without a value come first, then the others in the order of their values. */
    private static Comparator<Row> by(String column) {
        return (one, other) -> compare(value(one, column), value(other, column));
    }

    private static @Nullable Object value(Row row, String column) {
        return row.shape().has(column) && row.get(column) instanceof Comparable<?> value ? value : null;
    }

    @SuppressWarnings("unchecked") // Values of one class can be compared with each other.
    private static int compare(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return one.getClass() == other.getClass()
                ? ((Comparable<Object>) one).compareTo(other)
                : one.getClass().getName().compareTo(other.getClass().getName());
    }

    LookupSpec spec() {
        return spec;
    }

    /** The compared columns, as expressions of the looked-up row. */
    List<Term> compared() {
        return compared;
    }

    TableShape shape() {
        return shape;
    }

    List<Term> on() {
        return on;
    }
}
