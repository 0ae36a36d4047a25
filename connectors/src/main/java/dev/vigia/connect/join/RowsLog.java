package dev.vigia.connect.join;

import dev.vigia.schema.Phase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changelog of an assembler in a topic, sealed where it must be, and how it is found again at the start. What stands in
 * the topic and cannot be opened was sealed with another salt, or changed by somebody: with it nothing goes on but a new
 * epoch, which deletes it. One thread.
 */
public final class RowsLog implements Changelog {

    private static final int DELETES_AT_ONCE = 1_000;

    private final Changelog topic;
    private final Store store;
    private final @Nullable Seal seal;

    /**
     * A log.
     *
     * @param store the assembler's
     * @param seal null where entries may stand in the topic in clear
     */
    public RowsLog(Changelog topic, Store store, @Nullable Seal seal) {
        this.topic = topic;
        this.store = store;
        this.seal = seal;
    }

    @Override
    public void keep(byte[] key, byte @Nullable [] value) {
        if (seal == null) {
            topic.keep(key, value);
        } else {
            topic.keep(seal.close(key), value == null ? null : seal.close(key, value));
        }
    }

    @Override
    public void mayCommit() {
        topic.mayCommit();
    }

    /** Takes an entry of the topic, oldest first; a null value is a delete. */
    public void read(byte[] key, byte @Nullable [] value) {
        if (value == null) {
            store.delete(read(key));
        } else {
            store.put(read(key), value);
        }
    }

    /** Lets the assembler go on with what was read; refuses what cannot be opened. */
    public void resume(Assembler assembler, long epoch, Phase phase) {
        long closed = restore(assembler);
        if (closed > 0) {
            throw new IllegalStateException(
                    closed + " of the rows kept for lookups cannot be opened: they were kept with"
                            + " another salt or another mapping, or somebody changed them. Give the salt back that was used, or"
                            + " begin a new epoch");
        }
        store.clear(Prefix.read());
        assembler.resume(epoch, phase);
    }

    /** Has the assembler begin an epoch; what cannot be opened is deleted. */
    public void begin(Assembler assembler, long epoch) {
        restore(assembler);
        assembler.begin(epoch);
        store.scan(Prefix.read(), (entry, nothing) -> {
            topic.keep(inTopic(entry), null);
            topic.mayCommit();
            return true;
        });
        store.clear(Prefix.read());
    }

    /** Hands on what can be opened, and says how many entries are left. */
    private long restore(Assembler assembler) {
        var left = new long[1];
        var done = new ArrayList<byte[]>();
        store.scan(Prefix.read(), (entry, value) -> {
            if (restore(assembler, inTopic(entry), value)) {
                done.add(entry);
            } else {
                left[0]++;
            }
            forgetIfMany(done);
            return true;
        });
        done.forEach(store::delete);
        return left[0];
    }

    private void forgetIfMany(List<byte[]> done) {
        if (done.size() >= DELETES_AT_ONCE) {
            done.forEach(store::delete);
            done.clear();
        }
    }

    private boolean restore(Assembler assembler, byte[] key, byte[] value) {
        if (seal == null) {
            boolean open = value.length == 0 || value[0] != Seal.FORMAT;
            if (open) {
                assembler.restore(key, value);
            }
            return open;
        }
        var opened = seal.open(key, value);
        if (opened != null) {
            assembler.restore(opened.key().array(), opened.value().array());
        }
        return opened != null;
    }

    private static byte[] read(byte[] key) {
        return Prefix.join(Prefix.read(), key);
    }

    private static byte[] inTopic(byte[] entry) {
        return Prefix.after(Prefix.read(), entry).rest();
    }
}
