package dev.vigia.app.map.check;

import dev.vigia.connect.mapping.Lookup;
import dev.vigia.connect.mapping.Made;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.row.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a rule made of the rows of its table. Read is always mapped and excluded and refused. */
final class RuleReport {

    /** A row, and what became of it. */
    record Example(Row row, Made made) {}

    private final Rule rule;
    private final int wanted;
    private final Map<String, Tally> refused = new LinkedHashMap<>();
    private final Map<String, Tally> missed = new LinkedHashMap<>();
    private final List<Example> examples = new ArrayList<>();
    private final SeenKeys keys;
    private final Tally repeated = new Tally();
    private long read;
    private long mapped;
    private long excluded;

    /**
     * A report that is still empty.
     *
     * @param wanted how many examples to keep
     * @param keys of its topic, whichever rule made them
     */
    RuleReport(Rule rule, int wanted, SeenKeys keys) {
        this.rule = rule;
        this.wanted = wanted;
        this.keys = keys;
        rule.lookups().forEach(lookup -> missed.put(lookup.name(), new Tally()));
    }

    void made(Row row, Made made) {
        read++;
        if (made instanceof Made.Mapped record) {
            mapped++;
            see(record.key());
            keep(row, made);
        } else if (made instanceof Made.Excluded) {
            excluded++;
        } else if (made instanceof Made.Refused refusedRow) {
            refuse(refusedRow.refusal());
        }
    }

    private void see(String key) {
        if (!keys.add(key)) {
            repeated.add(key);
        }
    }

    private void keep(Row row, Made made) {
        if (examples.size() < wanted) {
            examples.add(new Example(row, made));
        }
    }

    private void refuse(Refusal refusal) {
        refused.computeIfAbsent(refusal.reason(), reason -> new Tally()).add(refusal.where() + ": " + refusal.detail());
    }

    /** A lookup found nothing. */
    void missed(Lookup lookup, String wantedValues) {
        missed.computeIfAbsent(lookup.name(), name -> new Tally()).add(wantedValues);
    }

    Rule rule() {
        return rule;
    }

    long read() {
        return read;
    }

    long mapped() {
        return mapped;
    }

    long excluded() {
        return excluded;
    }

    long refused() {
        return read - mapped - excluded;
    }

    /** The refusals by reason; the words name the place and the value. */
    Map<String, Tally> refusals() {
        return refused;
    }

    /** The keys of records that another of the same topic had before them: in Kafka they overwrite it. */
    Tally repeated() {
        return repeated;
    }

    /** What was looked for and not found, by lookup. */
    Map<String, Tally> missed() {
        return missed;
    }

    List<Example> examples() {
        return examples;
    }
}
