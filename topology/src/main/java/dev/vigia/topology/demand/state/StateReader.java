package dev.vigia.topology.demand.state;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads what {@link StateWriter} wrote. Used once, by one thread. */
final class StateReader {

    private final byte[] bytes;
    private int next;

    /** @throws IllegalStateException where it has another format than the one that is known */
    StateReader(byte[] bytes, int format, String what) {
        this.bytes = bytes;
        int found = bits();
        if (found != format) {
            throw new IllegalStateException(
                    "state holds a " + what + " of format " + found + ", and this program knows " + format
                            + ": it was written by another version of Vigia. Run that version, or reset the application");
        }
    }

    int bits() {
        return bytes[next++] & 0xff;
    }

    long number() {
        long rest = 0;
        int shift = 0;
        byte part;
        do {
            part = bytes[next++];
            rest |= (part & 0x7fL) << shift;
            shift += 7;
        } while (part < 0);
        return rest >>> 1 ^ -(rest & 1);
    }

    int whole() {
        return Math.toIntExact(number());
    }

    String text() {
        int length = whole();
        var text = new String(bytes, next, length, UTF_8);
        next += length;
        return text;
    }
}
