package dev.vigia.connect.topics;

import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.record.RowByRules;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.TableShape;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rules that map one table row by row. Their rows are fitted to the shape that the rules are bound to. */
record TableRules(TableShape shape, RowByRules rules) {

    static TableRules of(TableShape shape, List<Rule> rules) {
        var own =
                rules.stream().filter(rule -> rule.from().equals(shape.table())).toList();
        return new TableRules(shape, new RowByRules(own));
    }

    /** The same change, its rows in the bound shape; of the row before what is known of it. */
    RowChange fitted(RowChange change) {
        var before = change.before();
        var after = change.after();
        return new RowChange(
                change.table(),
                change.operation(),
                before == null ? null : fit(before, true),
                after == null ? null : fit(after, false));
    }

    void translate(RowChange change, Consumer<Output> out) {
        rules.translate(change, out);
    }

    private Row fit(Row row, boolean inPart) {
        if (row.shape().equals(shape)) {
            return row;
        }
        var target = inPart ? FittedShape.part(shape, row.shape()) : shape;
        var values = target.columns().stream()
                .<@Nullable Object>map(column -> FittedShape.value(row, column))
                .toArray();
        return new Row(target, values);
    }
}
