package dev.vigia.models.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Walks over one message in protobuf's wire format, of which it needs no description. */
final class ProtoReader {

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int COUNTED = 2;
    private static final int FOUR_BYTES = 5;

    private final ByteBuffer bytes;
    private final int offset;
    private long tag;

    private ProtoReader(ByteBuffer bytes, int offset) {
        this.bytes = bytes;
        this.offset = offset;
    }

    static ProtoReader of(byte[] message) {
        return new ProtoReader(ByteBuffer.wrap(message), 0);
    }

    /** Goes to the next field, if there is one; its value must then be taken or skipped. */
    boolean next() throws NotOnnxException {
        if (!bytes.hasRemaining()) {
            return false;
        }
        tag = varint();
        return true;
    }

    int field() {
        return (int) (tag >>> 3);
    }

    long varint() throws NotOnnxException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            need(1);
            byte part = bytes.get();
            value |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new NotOnnxException("a number at byte " + at() + " has no end");
    }

    ProtoReader message() throws NotOnnxException {
        int start = at();
        var content = content();
        return new ProtoReader(content, start + (at() - start - content.remaining()));
    }

    String text() throws NotOnnxException {
        return UTF_8.decode(content()).toString();
    }

    /** The bytes of a field, as little-endian numbers. */
    ByteBuffer content() throws NotOnnxException {
        if ((tag & 7) != COUNTED) {
            throw new NotOnnxException(
                    "field " + field() + " before byte " + at() + " is of another kind than in ONNX");
        }
        long length = varint();
        need(length);
        var content = bytes.slice(bytes.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + (int) length);
        return content;
    }

    void skip() throws NotOnnxException {
        switch ((int) (tag & 7)) {
            case VARINT -> varint();
            case EIGHT_BYTES -> leap(Long.BYTES);
            case FOUR_BYTES -> leap(Integer.BYTES);
            case COUNTED -> content();
            default -> throw new NotOnnxException("at byte " + at() + " stands what protobuf does not have");
        }
    }

    private void leap(int count) throws NotOnnxException {
        need(count);
        bytes.position(bytes.position() + count);
    }

    private void need(long count) throws NotOnnxException {
        if (count < 0 || count > bytes.remaining()) {
            throw new NotOnnxException("at byte " + at() + " it should go on for " + Long.toUnsignedString(count)
                    + " bytes, and it ends after " + bytes.remaining());
        }
    }

    private int at() {
        return offset + bytes.position();
    }
}
