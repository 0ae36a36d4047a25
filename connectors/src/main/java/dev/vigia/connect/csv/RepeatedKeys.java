package dev.vigia.connect.csv;

import dev.vigia.connect.write.Ready;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts lines whose key another line had before them, with other content. It remembers a fingerprint of each key, so
 * that its memory is bounded; past so many keys it stops counting. One thread.
 */
public final class RepeatedKeys {

    /** Keys that are remembered: 64 MiB. */
    static final int MOST = 3 << 20;

    private static final int SHOWN = 5;

    private final int most;
    private final List<Long> lines = new ArrayList<>();

    /** The fingerprint of a key, and beside it the hash of what was said of it: memory is slow, and they are asked together. */
    private long[] slots = new long[2 << 10];

    private int size;
    private long count;

    RepeatedKeys(int most) {
        this.most = most;
    }

    /** Sees what a line says of a key. */
    void see(Ready ready, long line) {
        var key = ready.output().key();
        if (key != null && !isFull()) {
            see(fingerprint(ready.output().topic().name(), key), ready.content(), line);
        }
    }

    private void see(long print, int content, long line) {
        int slot = slot(slots, print);
        if (slots[slot] == 0) {
            add(slot, print, content);
        } else if (slots[slot + 1] != content) {
            slots[slot + 1] = content;
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
        slots[slot] = print;
        slots[slot + 1] = content;
        if (++size > slots.length / 8 * 3) {
            grow();
        }
    }

    private void grow() {
        var bigger = new long[slots.length * 2];
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i] != 0) {
                int slot = slot(bigger, slots[i]);
                bigger[slot] = slots[i];
                bigger[slot + 1] = slots[i + 1];
            }
        }
        slots = bigger;
    }

    private static int slot(long[] slots, long print) {
        int mask = slots.length - 2;
        int slot = (int) (print ^ print >>> 32) << 1 & mask;
        while (slots[slot] != 0 && slots[slot] != print) {
            slot = slot + 2 & mask;
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
