package dev.vigia.topology.demand.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/** Keys of a store that keeps several kinds of things: a letter for the kind, then a name. */
public final class StateKeys {

    private StateKeys() {}

    public static Bytes of(char kind, String name) {
        var utf8 = name.getBytes(UTF_8);
        var key = new byte[utf8.length + 1];
        key[0] = (byte) kind;
        System.arraycopy(utf8, 0, key, 1, utf8.length);
        return Bytes.wrap(key);
    }

    /** The name in a key. */
    public static String name(Bytes key) {
        return new String(key.get(), 1, key.get().length - 1, UTF_8);
    }

    /** The first key after one. */
    public static Bytes after(Bytes key) {
        return Bytes.wrap(Arrays.copyOf(key.get(), key.get().length + 1));
    }

    /** The end of all keys that begin with this one: no such key comes after it. */
    public static Bytes endOf(Bytes beginning) {
        var end = beginning.get().clone();
        end[end.length - 1]++;
        return Bytes.wrap(end);
    }
}
