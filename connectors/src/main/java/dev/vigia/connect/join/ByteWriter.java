package dev.vigia.connect.join;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes parts one after the other, each of which says where it ends, so that no two sequences look alike. */
final class ByteWriter {

    private byte[] bytes = new byte[64];
    private int size;

    ByteWriter put(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** Small numbers, of either sign, take one byte. */
    ByteWriter number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            put((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        return put((int) rest);
    }

    ByteWriter block(byte[] block) {
        return number(block.length).raw(block);
    }

    /** Any text, also one with halves of characters, which UTF-8 cannot hold. */
    ByteWriter text(String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        return isWhole(text, utf8) ? block(utf8) : number(-1).units(text);
    }

    private static boolean isWhole(String text, byte[] utf8) {
        return text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))
                || new String(utf8, StandardCharsets.UTF_8).equals(text);
    }

    private ByteWriter units(String text) {
        number(text.length());
        text.chars().forEach(this::number);
        return this;
    }

    /** Bytes as they are; their end must be known otherwise. */
    ByteWriter raw(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
