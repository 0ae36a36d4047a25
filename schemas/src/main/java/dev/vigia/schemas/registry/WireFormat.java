package dev.vigia.schemas.registry;

import java.nio.ByteBuffer;

/** Confluent's frame around a record: a zero, the schema's id in four bytes, then plain Avro. */
final class WireFormat {

    static final int HEADER_LENGTH = 1 + Integer.BYTES;

    private static final byte MAGIC = 0;

    private WireFormat() {}

    /** The schema's id in a frame. */
    static int id(byte[] frame) {
        if (frame.length < HEADER_LENGTH) {
            throw new IllegalArgumentException(
                    "it is " + frame.length + " bytes long, too short for a magic byte and an id");
        }
        if (frame[0] != MAGIC) {
            throw new IllegalArgumentException("it begins with byte " + frame[0]
                    + " instead of 0: it was not written with a schema registry's serializer");
        }
        return ByteBuffer.wrap(frame).getInt(1);
    }

    /** Writes the header of a frame. */
    static byte[] header(int id) {
        return ByteBuffer.allocate(HEADER_LENGTH).put(MAGIC).putInt(id).array();
    }
}
