package dev.vigia.connect.csv;

import dev.vigia.connect.record.Output;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys of a file: counts lines whose key another line had before them, with other content. It remembers a
 * fingerprint of each key, so that its memory is bounded; past so many keys it takes no more. One thread.
 */
public final class RepeatedKeys {

    /** Keys that are remembered: 64 MiB. */
    static final int MOST = 3 << 20;

    private static final int SHOWN = 5;

    /** What a refused line says; deletes are not seen. */
    private static final int NOTHING = 0;

    private final int most;
    private final List<Long> lines = new ArrayList<>();

    /** The fingerprint of a key, and beside it the hash of what was said of it: memory is slow, and they are asked together. */
    private long[] slots = new long[2 << 10];

    private int size;
    private boolean wasFull;
    private long count;

    RepeatedKeys(int most) {
        this.most = most;
    }

    /** Another file begins; what was counted stays. */
    void begin() {
        slots = new long[2 << 10];
        size = 0;
    }

    /** Sees of which keys some lines speak. */
    void see(SaidKeys said) {
        for (int i = 0; i < said.size() && !isFull(); i++) {
            see(said.print(i), said.content(i), said.line(i));
        }
    }

    private void see(long print, int content, long line) {
        int slot = slot(slots, print);
        if (slots[slot] == 0) {
            add(slot, print, content);
        } else if (slots[slot + 1] == NOTHING) {
            slots[slot + 1] = content;
        } else if (content != NOTHING && slots[slot + 1] != content) {
            slots[slot + 1] = content;
            repeated(line);
        }
    }

    /** Whether the file said anything of the key, as far as it is remembered. */
    boolean holds(Output output) {
        return output.key() != null && slots[slot(slots, SaidKeys.fingerprint(output))] != 0;
    }

    /** Whether the file has more keys than are remembered. */
    boolean isFull() {
        return size >= most;
    }

    /** Whether a file had more keys than are remembered, so that the count is of the first only. */
    public boolean wasFull() {
        return wasFull;
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
        wasFull |= size + 1 >= most;
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
}
