package dev.vigia.connect.topics;

import dev.vigia.connect.join.Assembler;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a mapping, bound to what the tables look like. Those that work row by row are bound as soon as their table
 * is known; those that look something up need all their tables from the start. One thread.
 */
final class Intake {

    private final TopicPlan plan;
    private final Map<TableId, TableShape> shapes;
    private final Map<TableId, TableRules> tables = new HashMap<>();
    private final Set<String> assembled;
    private final @Nullable Assembler assembler;

    /** @param makeAssembler makes it for the rules that need it, bound to these shapes */
    Intake(TopicPlan plan, Map<TableId, TableShape> shapes, MakeAssembler makeAssembler) {
        this.plan = plan;
        this.shapes = new HashMap<>(shapes);
        requireAllWhereLookedUp();
        var rules = plan.bind(this.shapes);
        var needed = needed(rules);
        this.assembled = needed.stream().map(Rule::name).collect(Collectors.toCollection(HashSet::new));
        this.assembler = needed.isEmpty() ? null : makeAssembler.of(needed, this.shapes);
        shapes.values().forEach(shape -> tables.put(shape.table(), TableRules.of(shape, rowByRow(rules))));
    }

    /** A table's primary key tells its rows apart, where its events name one; another key may be that of several rows. */
    private List<Rule> needed(List<Rule> rules) {
        return Assembler.needed(
                rules,
                rule -> !rule.keyColumns()
                        .containsAll(
                                Objects.requireNonNull(shapes.get(rule.from())).primaryKey()));
    }

    private void requireAllWhereLookedUp() {
        var unknown = plan.wanted().columns().keySet().stream()
                .filter(table -> !shapes.containsKey(table))
                .sorted()
                .toList();
        if (plan.looksUp() && !unknown.isEmpty()) {
            throw new TopicsRefusedException(
                    "No row of " + unknown + " is in the topics, so what those tables look like"
                            + " is not known, and rows are looked up. Nothing was written. Check which topic holds which table,"
                            + " and start again when there is a row of each.");
        }
    }

    /** Makes what assembles the records of rules with lookups. */
    @FunctionalInterface
    interface MakeAssembler {
        Assembler of(List<Rule> rules, Map<TableId, TableShape> shapes);
    }

    @Nullable
    Assembler assembler() {
        return assembler;
    }

    /** All rules, as far as they are bound. */
    List<Rule> rules() {
        return plan.bind(shapes);
    }

    /** Takes a change of a row. */
    void accept(RowChange change, TableShape shape, Consumer<Output> out) {
        var rules = tables.get(change.table());
        if (rules == null) {
            rules = learn(shape);
        }
        var fitted = rules.fitted(change);
        rules.translate(fitted, out);
        if (assembler != null) {
            assembler.accept(fitted, out);
        }
    }

    /** A table whose topic was empty at the start. */
    private TableRules learn(TableShape shape) {
        shapes.put(shape.table(), shape);
        var bound = plan.bind(shapes);
        requireAssembled(needed(bound));
        var rules = TableRules.of(shape, rowByRow(bound));
        tables.put(shape.table(), rules);
        return rules;
    }

    /** What is assembled must be known from the start, so that no row of it is missed. */
    private void requireAssembled(List<Rule> needed) {
        var late = needed.stream()
                .map(Rule::name)
                .filter(name -> !assembled.contains(name))
                .toList();
        if (!late.isEmpty()) {
            throw new TopicsRefusedException("Several rows may have the same key in " + late
                    + ", which shows only now that there is a row of its table, and would have to be known from the start."
                    + " Start with --new-epoch.");
        }
    }

    private List<Rule> rowByRow(List<Rule> rules) {
        return rules.stream().filter(rule -> !assembled.contains(rule.name())).toList();
    }
}
