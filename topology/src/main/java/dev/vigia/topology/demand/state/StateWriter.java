package dev.vigia.topology.demand.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Writes a value of state: small numbers in few bytes, texts behind their length. Used once, by one thread. */
final class StateWriter {

    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes;
    private int end;

    StateWriter(int format, int expectedSize) {
        this.bytes = new byte[expectedSize];
        bits(format);
    }

    /** Eight of them. */
    StateWriter bits(int eight) {
        reserve(1);
        bytes[end++] = (byte) eight;
        return this;
    }

    /** Near to zero, above or below, takes one byte. */
    StateWriter number(long number) {
        reserve(LONGEST_NUMBER);
        long rest = number << 1 ^ number >> 63;
        while ((rest & ~0x7fL) != 0) {
            bytes[end++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[end++] = (byte) rest;
        return this;
    }

    StateWriter text(String text) {
        var utf8 = text.getBytes(UTF_8);
        number(utf8.length);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, end, utf8.length);
        end += utf8.length;
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, end);
    }

    private void reserve(int more) {
        if (end + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + more));
        }
    }
}
