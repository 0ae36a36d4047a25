package dev.vigia.connect.join;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a root last came to.
 *
 * @param key under which its record stands; null where it has none
 * @param record digest of the record; empty where it has yet to be put out
 * @param refusal digest of why the root is refused; empty where it is not
 * @param watched the addresses at which its lookups looked
 */
record Rooted(@Nullable String key, Bytes record, Bytes refusal, List<Bytes> watched) {

    private static final Bytes NONE = Bytes.of(new byte[0]);

    /** A root that came to nothing and looks at nothing. */
    static final Rooted NOTHING = new Rooted(null, NONE, NONE, List.of());

    static Rooted read(ByteReader in) {
        var key = in.take() == 0 ? null : in.text();
        var record = Bytes.of(in.block());
        var refusal = Bytes.of(in.block());
        var watched = new ArrayList<Bytes>();
        while (in.hasMore()) {
            watched.add(Bytes.of(in.block()));
        }
        return new Rooted(key, record, refusal, watched);
    }

    byte[] bytes() {
        var out = new ByteWriter();
        if (key == null) {
            out.put(0);
        } else {
            out.put(1).text(key);
        }
        out.block(record.array()).block(refusal.array());
        watched.forEach(address -> out.block(address.array()));
        return out.bytes();
    }

    static Rooted mapped(String key, Bytes record, List<Bytes> watched) {
        return new Rooted(key, record, NONE, watched);
    }

    static Rooted excluded(List<Bytes> watched) {
        return new Rooted(null, NONE, NONE, watched);
    }

    /** Refused now; the record that stood before still stands, if any. */
    Rooted refused(Bytes why) {
        return new Rooted(key, record, why, watched);
    }

    Rooted watching(List<Bytes> addresses) {
        return new Rooted(key, record, refusal, addresses);
    }

    /** The same, with its record still to be put out. */
    Rooted owed() {
        return new Rooted(key, NONE, refusal, watched);
    }

    /** What is left of it in a new epoch: a key, whose record must be put out anew. */
    Rooted ofOlderEpoch() {
        return new Rooted(key, NONE, NONE, List.of());
    }

    boolean owes() {
        return key != null && record.equals(NONE);
    }

    boolean isNothing() {
        return key == null && refusal.equals(NONE) && watched.isEmpty();
    }
}
