package dev.vigia.connect.csv;

import dev.vigia.schemas.Topic;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts lines whose key another line had before them, with other content. It remembers a fingerprint of each key, so
 * that its memory is bounded; past so many keys it stops counting. One thread.
 */
public final class RepeatedKeys {

    /** Keys that are remembered: 48 MiB. */
    static final int MOST = 3 << 20;

    private static final int SHOWN = 5;

    private final int most;
    private final List<Long> lines = new ArrayList<>();
    private long[] keys = new long[1 << 10];
    private int[] contents = new int[1 << 10];
    private int size;
    private long count;

    RepeatedKeys(int most) {
        this.most = most;
    }

    /** Sees what a line says of a key; the content is a hash of it. */
    void see(Topic topic, String key, int content, long line) {
        if (isFull()) {
            return;
        }
        long print = fingerprint(topic.name(), key);
        int slot = slot(keys, print);
        if (keys[slot] == 0) {
            add(slot, print, content);
        } else if (contents[slot] != content) {
            contents[slot] = content;
            repeated(line);
        }
    }

    /** Whether there were more keys than are remembered, so that the count is of the first only. */
    public boolean isFull() {
        return size >= most;
    }

    public long count() {
        return count;
    }

    /** The first lines that repeated a key. */
    public List<Long> lines() {
        return lines;
    }

    private void repeated(long line) {
        count++;
        if (lines.size() < SHOWN) {
            lines.add(line);
        }
    }

    private void add(int slot, long print, int content) {
        keys[slot] = print;
        contents[slot] = content;
        if (++size > keys.length / 4 * 3) {
            grow();
        }
    }

    private void grow() {
        var biggerKeys = new long[keys.length * 2];
        var biggerContents = new int[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int slot = slot(biggerKeys, keys[i]);
                biggerKeys[slot] = keys[i];
                biggerContents[slot] = contents[i];
            }
        }
        keys = biggerKeys;
        contents = biggerContents;
    }

    private static int slot(long[] keys, long print) {
        int mask = keys.length - 1;
        int slot = (int) (print ^ print >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != print) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Sixty-four bits of a key, never zero. */
    private static long fingerprint(String topic, String key) {
        long hash = topic.hashCode();
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }
}
