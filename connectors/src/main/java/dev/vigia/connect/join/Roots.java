package dev.vigia.connect.join;

import dev.vigia.connect.mapping.Rule;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What every root last came to; and, derived from that, which roots look at an address, and which claim a key. */
final class Roots {

    private static final byte[] NO_VALUE = {};

    private final List<Rule> rules;
    private final Kept kept;
    private final Store store;

    Roots(List<Rule> rules, Kept kept, Store store) {
        this.rules = rules;
        this.kept = kept;
        this.store = store;
    }

    /** What a root last came to. What it was in an older epoch holds no more, but for its key, which is then to be put out anew. */
    Rooted get(Root root) {
        var entry = kept.get(key(root));
        return entry == null ? Rooted.NOTHING : read(entry);
    }

    private static Rooted read(Kept.Entry entry) {
        var rooted = Rooted.read(entry.value());
        return entry.isStale() ? rooted.ofOlderEpoch() : rooted;
    }

    /** Keeps what a root came to, in place of what it was before. */
    void replace(Root root, Rooted before, Rooted after) {
        if (before.equals(after)) {
            return;
        }
        before.watched().stream()
                .filter(address -> !after.watched().contains(address))
                .forEach(old -> store.delete(watch(old, root)));
        if (before.key() != null && !before.key().equals(after.key())) {
            release(root, before.key());
        }
        derive(root, after);
        if (after.isNothing()) {
            kept.delete(key(root));
        } else {
            kept.put(key(root), after.bytes());
        }
    }

    /** The root no longer claims the key. */
    void release(Root root, String key) {
        store.delete(Prefix.join(claims(root, key), root.bytes()));
    }

    /** A root that claims the same key; null where there is none. */
    @Nullable
    Root claimant(Root like, String key) {
        var found = new Root[1];
        var prefix = claims(like, key);
        store.scan(prefix, (entry, nothing) -> {
            found[0] = Root.read(Prefix.after(prefix, entry));
            return false;
        });
        return found[0];
    }

    /** The record of a root must be put out again, even if it is the same: another stood in its place. */
    void owe(Root root) {
        kept.put(key(root), get(root).owed().bytes());
    }

    /** Visits the roots that look at an address. */
    void watching(Bytes address, Consumer<Root> visitor) {
        var prefix = Prefix.watch(address);
        store.scan(prefix, (entry, nothing) -> {
            visitor.accept(Root.read(Prefix.after(prefix, entry)));
            return true;
        });
    }

    /** Makes watches and claims anew from what is kept; names the roots whose record has yet to be put out. */
    void derive(Consumer<Root> owing) {
        scan(false, (root, rooted) -> {
            derive(root, rooted);
            if (rooted.owes()) {
                owing.accept(root);
            }
        });
    }

    private void derive(Root root, Rooted rooted) {
        rooted.watched().forEach(address -> store.put(watch(address, root), NO_VALUE));
        if (rooted.key() != null) {
            store.put(Prefix.join(claims(root, rooted.key()), root.bytes()), NO_VALUE);
        }
    }

    /** Visits all roots of this epoch, or of older ones. */
    void scan(boolean stale, Visitor visitor) {
        for (int rule = 0; rule < rules.size(); rule++) {
            var prefix = Prefix.roots(rules.get(rule).name());
            int of = rule;
            kept.scan(prefix, entry -> {
                if (entry.isStale() == stale) {
                    visitor.visit(
                            Root.of(
                                    of,
                                    Prefix.after(prefix, entry.key().array()).rest()),
                            read(entry));
                }
            });
        }
    }

    private byte[] key(Root root) {
        return Prefix.join(
                Prefix.roots(rules.get(root.rule()).name()), root.row().array());
    }

    private static byte[] watch(Bytes address, Root root) {
        return Prefix.join(Prefix.watch(address), root.bytes());
    }

    private byte[] claims(Root root, String key) {
        return Prefix.claim(rules.get(root.rule()).topic().name(), key);
    }

    /** Told of each root. */
    interface Visitor {
        void visit(Root root, Rooted rooted);
    }
}
