package dev.vigia.connect.join;

import java.util.ArrayList;
import java.util.Arrays;
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
record Rooted(@Nullable String key, byte[] record, byte[] refusal, List<byte[]> watched) {

    private static final byte[] NONE = {};

    /** A root that came to nothing and looks at nothing. */
    static final Rooted NOTHING = new Rooted(null, NONE, NONE, List.of());

    static Rooted read(ByteReader in) {
        var key = in.take() == 0 ? null : in.text();
        var record = in.block();
        var refusal = in.block();
        var watched = new ArrayList<byte[]>();
        while (in.hasMore()) {
            watched.add(in.block());
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
        out.block(record).block(refusal);
        watched.forEach(out::block);
        return out.bytes();
    }

    static Rooted mapped(String key, byte[] record, List<byte[]> watched) {
        return new Rooted(key, record, NONE, watched);
    }

    static Rooted excluded(List<byte[]> watched) {
        return new Rooted(null, NONE, NONE, watched);
    }

    /** Refused now; the record that stood before still stands, if any. */
    Rooted refused(byte[] why) {
        return new Rooted(key, record, why, watched);
    }

    Rooted watching(List<byte[]> addresses) {
        return new Rooted(key, record, refusal, addresses);
    }

    /** The same, with its record still to be put out. */
    Rooted owed() {
        return new Rooted(key, NONE, refusal, watched);
    }

    boolean watches(byte[] address) {
        return watched.stream().anyMatch(each -> Arrays.equals(each, address));
    }

    boolean owes() {
        return key != null && record.length == 0;
    }

    boolean isNothing() {
        return key == null && refusal.length == 0 && watched.isEmpty();
    }

    boolean isLike(Rooted other) {
        return Arrays.equals(bytes(), other.bytes());
    }
}
