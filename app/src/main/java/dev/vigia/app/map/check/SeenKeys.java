package dev.vigia.app.map.check;

import dev.vigia.connect.record.KeyPrint;

/** The keys that were seen, by 64 bits of each, so that many millions need little memory. */
final class SeenKeys {

    private long[] prints = new long[1 << 10];
    private int size;

    /** Sees a key; false where it was seen before. */
    boolean add(String key) {
        long print = KeyPrint.of(key, 0);
        int slot = slot(prints, print);
        if (prints[slot] != 0) {
            return false;
        }
        prints[slot] = print;
        if (++size > prints.length / 4 * 3) {
            grow();
        }
        return true;
    }

    private void grow() {
        var larger = new long[prints.length * 2];
        for (long print : prints) {
            if (print != 0) {
                larger[slot(larger, print)] = print;
            }
        }
        prints = larger;
    }

    /** Where a print stands, or would stand. */
    private static int slot(long[] prints, long print) {
        int mask = prints.length - 1;
        int slot = (int) (print ^ print >>> 32) & mask;
        while (prints[slot] != 0 && prints[slot] != print) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
