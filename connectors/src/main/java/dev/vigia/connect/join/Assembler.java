package dev.vigia.connect.join;

import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import dev.vigia.schema.Phase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Assembles the records of rules that look rows up, and assembles them again when one of those rows changes.
 *
 * <pre>
 *   restore(...)* ── resume(epoch, phase) ─► as it was
 *             └───── begin(epoch) ─────────► SNAPSHOT: rows are only stored
 *                      snapshotDone(out) ──► LIVE: records follow at the end of each transaction
 * </pre>
 *
 * What is redelivered after a crash does no harm: the changelog holds no row whose consequences were not put out before.
 * Changes come in the order of the log. Outputs are handed on one by one, never collected. One thread.
 */
public final class Assembler implements AutoCloseable {

    /** Roots and rows that may wait for the end of a transaction; a larger one is assembled in parts. */
    public static final int WAITING = 10_000;

    private final Layout layout;
    private final List<Rule> rules;
    private final Store store;
    private final Kept kept;
    private final Map<TableId, Rows> tables = new TreeMap<>();
    private final Roots roots;
    private final Touched touched = new Touched();
    private final Assembly assembly;
    private final int waiting;
    private Phase phase = Phase.UNKNOWN;

    /**
     * Refuses tables without a primary key.
     *
     * @param rules from {@link #needed}
     * @param shapes of the tables that the rules read, as the rules were bound to them
     * @param store empty; closed with this
     */
    public Assembler(List<Rule> rules, Map<TableId, TableShape> shapes, Store store, Changelog changelog) {
        this(rules, shapes, store, changelog, WAITING);
    }

    Assembler(List<Rule> rules, Map<TableId, TableShape> shapes, Store store, Changelog changelog, int waiting) {
        this.layout = new Layout(rules, shapes);
        this.rules = List.copyOf(rules);
        this.store = store;
        this.kept = new Kept(store, changelog);
        this.roots = new Roots(this.rules, kept, store);
        this.waiting = waiting;
        for (var table : layout.tables()) {
            tables.put(table, new Rows(layout.shape(table), layout.indexes(table), kept, store));
        }
        this.assembly = new Assembly(this.rules, layout, tables, roots, touched);
    }

    /** Of all rules of a mapping those that look something up, and those that write a topic together with one of them. */
    public static List<Rule> needed(List<Rule> all) {
        var topics = all.stream()
                .filter(rule -> !rule.lookups().isEmpty())
                .map(rule -> rule.topic().name())
                .collect(Collectors.toSet());
        return all.stream().filter(rule -> topics.contains(rule.topic().name())).toList();
    }

    /** The tables whose rows a rule needs, each by its primary key. */
    public static Set<TableId> tables(Rule rule) {
        return Layout.tables(rule);
    }

    /** The tables whose changes it must be told. */
    public Set<TableId> tables() {
        return tables.keySet();
    }

    /** Takes back an entry of the changelog, oldest first; a null value is a delete. */
    public void restore(byte[] key, byte @Nullable [] value) {
        kept.restore(key, value);
    }

    /** Goes on where the changelog ends. */
    public void resume(long epoch, Phase now) {
        kept.epoch(epoch);
        requireSameLayout(epoch);
        for (var rows : tables.values()) {
            rows.open();
            rows.derive();
        }
        roots.derive(touched::root);
        phase = now;
    }

    /** Begins a snapshot with nothing stored. The epoch is newer than all before; what they stored goes when it is done. */
    public void begin(long epoch) {
        Prefix.derived().forEach(store::clear);
        kept.begin(epoch);
        kept.put(Prefix.layout(), new ByteWriter().text(layout.toString()).bytes());
        tables.values().forEach(Rows::open);
        phase = Phase.SNAPSHOT;
    }

    /** Takes a change of a row; says something only where too much waits for the end of the transaction. */
    public void accept(RowChange change, Consumer<Output> out) {
        var rows = tables.get(change.table());
        if (rows == null) {
            return;
        }
        var before = change.before();
        var after = change.after();
        if (before != null && (after == null || rows.isRekeyed(before, after))) {
            apply(rows, rows.identity(before), null);
        }
        if (after != null) {
            apply(rows, rows.identity(after), rows.fitted(after));
        }
        if (phase == Phase.SNAPSHOT || touched.size() + kept.waiting() >= waiting) {
            settle(out); // In a snapshot nothing is touched: the row is at once where it is kept.
        }
    }

    /** Assembles all that the source's transaction touched. Only then may its end be marked as processed. */
    public void endOfTransaction(Consumer<Output> out) {
        settle(out);
    }

    /** Assembles everything, retracts what was in older epochs and is no more, and is live. */
    public void snapshotDone(Consumer<Output> out) {
        for (int rule = 0; rule < rules.size(); rule++) {
            int of = rule;
            table(rules.get(rule).from()).scan(row -> {
                touched.root(Root.of(of, row));
                assembleIfMany(out);
            });
        }
        settle(out);
        retract(out);
        kept.forgetOlder();
        phase = Phase.LIVE;
    }

    @Override
    public void close() {
        store.close();
    }

    private void apply(Rows rows, byte[] identity, @Nullable Row after) {
        var before = rows.get(identity);
        if (before == null ? after == null : before.equals(after)) {
            return;
        }
        rows.replace(identity, before, after);
        if (phase != Phase.SNAPSHOT) {
            touch(rows, identity, before, after);
        }
    }

    private void touch(Rows rows, byte[] identity, @Nullable Row before, @Nullable Row after) {
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.get(rule).from().equals(rows.table())) {
                touched.root(Root.of(rule, identity));
            }
        }
        for (var index : rows.indexes()) {
            touched.address(index.address(before));
            touched.address(index.address(after));
        }
    }

    /** Puts out all that follows from what was touched, and only then lets the changelog have the rows. */
    private void settle(Consumer<Output> out) {
        while (touched.size() > 0) {
            for (var address : touched.takeAddresses()) {
                roots.watching(address, root -> {
                    touched.root(root);
                    assembleIfMany(out);
                });
            }
            assemble(out);
        }
        kept.flush();
    }

    private void assembleIfMany(Consumer<Output> out) {
        if (touched.roots() >= waiting) {
            assemble(out);
        }
    }

    private void assemble(Consumer<Output> out) {
        for (var root : touched.takeRoots()) {
            assembly.assemble(root, out);
            kept.mayCommit();
        }
    }

    private void retract(Consumer<Output> out) {
        roots.scan(true, (root, rooted) -> {
            assembly.retract(root, rooted, out);
            kept.mayCommit();
        });
    }

    private void requireSameLayout(long epoch) {
        var then = kept.current(Prefix.layout());
        if (then == null) {
            throw new IllegalStateException("no rows of epoch " + epoch + " are kept for lookups: begin a new epoch");
        }
        var text = then.text();
        if (!text.equals(layout.toString())) {
            throw new IllegalStateException(
                    "the rows for lookups were kept for other lookups: begin a new epoch. Then:\n" + text + "Now:\n"
                            + layout);
        }
    }

    private Rows table(TableId table) {
        return Objects.requireNonNull(tables.get(table));
    }
}
