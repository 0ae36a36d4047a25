package dev.vigia.connect.join;

import java.util.Arrays;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A store in memory. */
class TreeStore implements Store {

    private final NavigableMap<byte[], byte[]> entries =
            new TreeMap<>((one, other) -> Arrays.compareUnsigned(one, other));

    @Override
    public byte @Nullable [] get(byte[] key) {
        return entries.get(key);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        entries.put(key, value);
    }

    @Override
    public void delete(byte[] key) {
        entries.remove(key);
    }

    @Override
    public void scan(byte[] prefix, Visitor visitor) {
        SortedMap<byte[], byte[]> then = new TreeMap<>(beginning(prefix));
        for (var entry : then.entrySet()) {
            if (!visitor.visit(entry.getKey(), entry.getValue())) {
                return;
            }
        }
    }

    @Override
    public void clear(byte[] prefix) {
        beginning(prefix).clear();
    }

    @Override
    public void close() {
        entries.clear();
    }

    /** All of it as text, to be compared. */
    String text() {
        var text = new StringBuilder();
        entries.forEach((key, value) ->
                text.append(words(key)).append(" = ").append(words(value)).append('\n'));
        return text.toString();
    }

    private static String words(byte[] bytes) {
        var text = new StringBuilder();
        for (byte each : bytes) {
            text.append(each >= ' ' ? String.valueOf((char) each) : "\\" + (each & 0xFF));
        }
        return text.toString();
    }

    private SortedMap<byte[], byte[]> beginning(byte[] prefix) {
        var end = prefix.clone();
        end[end.length - 1]++; // Prefixes of tests do not end in 0xFF.
        return entries.subMap(prefix, end);
    }
}
