package dev.vigia.connect.join;

import dev.vigia.connect.mapping.Found;
import dev.vigia.connect.mapping.Made;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.schema.DeleteReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Makes the record of one root from the rows as they are now, and puts out how it differs from the last. */
final class Assembly {

    private final List<Rule> rules;
    private final Layout layout;
    private final Map<TableId, Rows> tables;
    private final Roots roots;
    private final Touched touched;
    private final Digest digest = new Digest();

    Assembly(List<Rule> rules, Layout layout, Map<TableId, Rows> tables, Roots roots, Touched touched) {
        this.rules = rules;
        this.layout = layout;
        this.tables = tables;
        this.roots = roots;
        this.touched = touched;
    }

    /** What is put out and what is kept of it are of one transaction: either without the other would hide later changes. */
    void assemble(Root root, Consumer<Output> out) {
        var before = roots.get(root);
        var rule = rules.get(root.rule());
        var row = table(rule.from()).get(root.row().array());
        if (row == null) {
            withdraw(root, before, DeleteReason.DELETED, out);
            roots.replace(root, before, Rooted.NOTHING);
            return;
        }
        var watched = new ArrayList<Bytes>();
        var made = rule.make(row, lookUp(rule, row, watched));
        roots.replace(root, before, say(root, before, made, row, watched, out));
    }

    /** The root belongs to an older epoch, and none of this one has taken its key. */
    void retract(Root root, Rooted before, Consumer<Output> out) {
        var key = before.key();
        if (key != null && roots.claimant(root, key) == null) {
            out.accept(deleted(root, key, DeleteReason.RETRACTED));
        }
    }

    private Found lookUp(Rule rule, Row row, List<Bytes> watched) {
        var found = Found.nothing();
        for (var lookup : rule.lookups()) {
            var index = layout.index(lookup);
            var address = index.address(lookup.wanted(row, found));
            found = found.and(
                    lookup, address == null ? List.of() : table(lookup.table()).at(index, address));
            if (address != null && !watched.contains(address)) {
                watched.add(address);
            }
        }
        return found;
    }

    private Rooted say(Root root, Rooted before, Made made, Row row, List<Bytes> watched, Consumer<Output> out) {
        if (made instanceof Made.Mapped mapped) {
            return mapped(root, before, mapped, watched, out);
        }
        if (made instanceof Made.Refused refused) {
            return refused(root, before, refused, row, out).watching(watched);
        }
        withdraw(root, before, DeleteReason.FILTERED, out);
        return Rooted.excluded(watched);
    }

    private Rooted mapped(Root root, Rooted before, Made.Mapped mapped, List<Bytes> watched, Consumer<Output> out) {
        var now = Rooted.mapped(mapped.key(), digest.of(mapped.value()), watched);
        if (!mapped.key().equals(before.key())) {
            withdraw(root, before, DeleteReason.REKEYED, out);
            out.accept(upsert(root, mapped));
        } else if (!now.record().equals(before.record())) {
            out.accept(upsert(root, mapped));
        }
        return now;
    }

    private Rooted refused(Root root, Rooted before, Made.Refused refused, Row row, Consumer<Output> out) {
        var why = digest.of(refused.refusal(), table(row.shape().table()).bytes(row));
        if (!why.equals(before.refusal())) {
            out.accept(new Output.Refused(rules.get(root.rule()).topic(), refused.key(), row, refused.refusal()));
        }
        if (before.key() == null || (before.key().equals(refused.key()) && !before.owes())) {
            return before.refused(why);
        }
        withdraw(root, before, before.owes() ? DeleteReason.RETRACTED : DeleteReason.REKEYED, out);
        return Rooted.NOTHING.refused(why);
    }

    /** Nothing stands under the root's last key any more, unless another root has put its record there. */
    private void withdraw(Root root, Rooted before, DeleteReason reason, Consumer<Output> out) {
        var key = before.key();
        if (key == null) {
            return;
        }
        roots.release(root, key);
        var other = roots.claimant(root, key);
        if (other == null) {
            out.accept(deleted(root, key, reason));
        } else {
            roots.owe(other);
            touched.root(other);
        }
    }

    private Output upsert(Root root, Made.Mapped mapped) {
        return new Output.Upsert(rules.get(root.rule()).topic(), mapped.key(), mapped.value());
    }

    private Output deleted(Root root, String key, DeleteReason reason) {
        var rule = rules.get(root.rule());
        return new Output.Delete(rule.topic(), key, rule.type(), reason);
    }

    private Rows table(TableId table) {
        return Objects.requireNonNull(tables.get(table), () -> "no rows of " + table);
    }
}
