package dev.vigia.connect.join;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote, part by part. */
final class ByteReader {

    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes) {
        this(bytes, 0);
    }

    ByteReader(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    int take() {
        return bytes[at++];
    }

    long number() {
        long rest = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            rest |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0);
        return (rest >>> 1) ^ -(rest & 1);
    }

    /** The number; 0 where nothing is left. */
    int numberOrNone() {
        return hasMore() ? (int) number() : 0;
    }

    ByteReader skipNumber() {
        number();
        return this;
    }

    byte[] block() {
        return take((int) number());
    }

    String text() {
        int length = (int) number();
        return length < 0 ? units((int) number()) : new String(take(length), StandardCharsets.UTF_8);
    }

    /** What is left, to the end. */
    byte[] rest() {
        return take(bytes.length - at);
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    private String units(int length) {
        var units = new char[length];
        for (int i = 0; i < length; i++) {
            units[i] = (char) number();
        }
        return new String(units);
    }

    /** The next bytes as they are. */
    byte[] take(int length) {
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }
}
