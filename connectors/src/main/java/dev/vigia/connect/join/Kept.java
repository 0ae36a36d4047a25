package dev.vigia.connect.join;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What outlives this run: entries of the store that are also in the changelog, each with its epoch. An entry that is put
 * late goes to the changelog only when {@link #flush()} says that all that follows from it has been put out: whatever is
 * redelivered after a crash then still meets the values before it.
 */
final class Kept {

    private static final int FORMAT = 1;

    private final Store store;
    private final Changelog changelog;
    private final Set<Bytes> late = new LinkedHashSet<>();
    private long epoch;

    Kept(Store store, Changelog changelog) {
        this.store = store;
        this.changelog = changelog;
    }

    /** Entries of this epoch are the ones that hold. */
    void epoch(long now) {
        epoch = now;
    }

    /** From now on nothing holds that was kept before. */
    void begin(long next) {
        late.clear();
        epoch = next;
        Prefix.kept().forEach(prefix -> scan(prefix, this::requireOlder));
    }

    private void requireOlder(Entry entry) {
        if (entry.epoch() >= epoch) {
            throw new IllegalArgumentException("rows of epoch " + entry.epoch() + " are kept already, so epoch " + epoch
                    + " is not new: begin a snapshot with a newer one");
        }
    }

    /** Deletes what is of other epochs. */
    void forgetOlder() {
        Prefix.kept()
                .forEach(prefix -> scan(prefix, entry -> {
                    if (entry.isStale()) {
                        delete(entry.key().array());
                        changelog.mayCommit();
                    }
                }));
    }

    /** The entry of a key; null where there is none. */
    @Nullable
    Entry get(byte[] key) {
        var value = store.get(key);
        return value == null ? null : entry(key, value);
    }

    /** The entry of a key; null where there is none of this epoch. */
    @Nullable
    ByteReader current(byte[] key) {
        var entry = get(key);
        return entry == null || entry.isStale() ? null : entry.value();
    }

    void put(byte[] key, byte[] value) {
        var framed = framed(value);
        store.put(key, framed);
        changelog.keep(key, framed);
    }

    void delete(byte[] key) {
        store.delete(key);
        changelog.keep(key, null);
    }

    void putLate(byte[] key, byte[] value) {
        store.put(key, framed(value));
        late.add(Bytes.of(key));
    }

    void deleteLate(byte[] key) {
        store.delete(key);
        late.add(Bytes.of(key));
    }

    int waiting() {
        return late.size();
    }

    /** Writes what was put late. */
    void flush() {
        for (var key : late) {
            changelog.keep(key.array(), store.get(key.array()));
        }
        late.clear();
    }

    /** What was put out and kept so far belongs together. */
    void mayCommit() {
        changelog.mayCommit();
    }

    /** What the changelog said before this run, in the order in which it was said. */
    void restore(byte[] key, byte @Nullable [] value) {
        if (value == null) {
            store.delete(key);
        } else {
            store.put(key, value);
        }
    }

    void scan(byte[] prefix, Visitor visitor) {
        store.scan(prefix, (key, value) -> {
            visitor.visit(entry(key, value));
            return true;
        });
    }

    private byte[] framed(byte[] value) {
        return new ByteWriter().put(FORMAT).number(epoch).raw(value).bytes();
    }

    private Entry entry(byte[] key, byte[] value) {
        var reader = new ByteReader(value);
        int format = reader.take();
        if (format != FORMAT) {
            throw new IllegalStateException("kept rows are of format " + format + ", and this version reads " + FORMAT
                    + ": run the version that wrote them, or begin a new epoch");
        }
        long of = reader.number();
        return new Entry(Bytes.of(key), of, of != epoch, reader);
    }

    /**
     * An entry that was found.
     *
     * @param isStale it is of another epoch than the present
     */
    record Entry(Bytes key, long epoch, boolean isStale, ByteReader value) {}

    /** Told of each entry. */
    interface Visitor {
        void visit(Entry entry);
    }
}
