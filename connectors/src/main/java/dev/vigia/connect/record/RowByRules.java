package dev.vigia.connect.record;

import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.row.RowChange;
import dev.vigia.schema.DeleteReason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Turns changes of rows into outputs, by all rules of their table, none of which looks anything up. What the rules say of
 * one change goes together: deletes come first, and a rule that leaves the row out takes nothing back from under a key
 * of which another rule speaks. Without state; any thread.
 */
public final class RowByRules {

    private final List<RowByRow> rules;

    public RowByRules(List<Rule> rules) {
        this.rules = rules.stream().map(RowByRow::new).toList();
    }

    /** What a change comes to. */
    public void translate(RowChange change, Consumer<Output> out) {
        if (rules.size() == 1) {
            rules.get(0).translate(change, out);
            return;
        }
        var said = new ArrayList<Output>(rules.size());
        rules.forEach(rule -> rule.translate(change, said::add));
        together(said).forEach(out);
    }

    /** What several rules say of one change, as one. */
    public static List<Output> together(List<Output> said) {
        return holdsDelete(said) ? deletesFirst(said) : said;
    }

    private static boolean holdsDelete(List<Output> said) {
        for (var output : said) {
            if (output instanceof Output.Delete) {
                return true;
            }
        }
        return false;
    }

    private static List<Output> deletesFirst(List<Output> said) {
        var deletes = new ArrayList<Output>(0);
        var others = new ArrayList<Output>(said.size());
        for (var output : said) {
            if (!(output instanceof Output.Delete delete)) {
                others.add(output);
            } else if (!isSpokenFor(delete, said)) {
                deletes.add(delete);
            }
        }
        deletes.addAll(others);
        return deletes;
    }

    /** What another rule refuses stays as it was, too. */
    private static boolean isSpokenFor(Output.Delete delete, List<Output> said) {
        return delete.reason() == DeleteReason.FILTERED && said.stream().anyMatch(other -> speaksOf(other, delete));
    }

    private static boolean speaksOf(Output other, Output.Delete delete) {
        return !(other instanceof Output.Delete)
                && other.topic().equals(delete.topic())
                && delete.key().equals(other.key());
    }
}
