package dev.vigia.connect.csv;

import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.record.RowByRow;
import dev.vigia.connect.row.RowChange;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A rule that remembers what it made of the line before: the lines of an order stand together and say the same of it. One
 * thread.
 */
final class RememberingRule {

    private final RowByRow rule;
    private final int[] columns;
    private String[] before = {};
    private Output.@Nullable Upsert made;

    /** @param header names of the columns of a line, in order */
    RememberingRule(Rule rule, List<String> header) {
        this.rule = new RowByRow(rule);
        this.columns = rule.columns().stream().mapToInt(header::indexOf).toArray();
    }

    /** What a line comes to; the very same record where nothing of it changed. */
    void translate(String[] fields, RowChange change, Consumer<Output> out) {
        if (made != null && saysTheSame(fields)) {
            out.accept(made);
            return;
        }
        made = null;
        before = fields;
        rule.translate(change, output -> {
            made = output instanceof Output.Upsert upsert ? upsert : null;
            out.accept(output);
        });
    }

    private boolean saysTheSame(String[] fields) {
        for (int column : columns) {
            if (!fields[column].equals(before[column])) {
                return false;
            }
        }
        return columns.length > 0;
    }
}
