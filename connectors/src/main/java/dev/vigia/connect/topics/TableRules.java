package dev.vigia.connect.topics;

import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.record.RowByRow;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.TableShape;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rules that map one table row by row. Their rows are fitted to the shape that the rules are bound to. */
record TableRules(TableShape shape, List<RowByRow> rules) {

    static TableRules of(TableShape shape, List<Rule> rules) {
        return new TableRules(
                shape,
                rules.stream()
                        .filter(rule -> rule.from().equals(shape.table()))
                        .map(RowByRow::new)
                        .toList());
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
        rules.forEach(rule -> rule.translate(change, out));
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
