package dev.vigia.models.demand;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/** Memory outside the heap, which ONNX Runtime reads and writes in place. */
final class Memory {

    private Memory() {}

    static FloatBuffer floats(long count) {
        return bytes(count * Float.BYTES).asFloatBuffer();
    }

    static LongBuffer longs(long count) {
        return bytes(count * Long.BYTES).asLongBuffer();
    }

    private static ByteBuffer bytes(long count) {
        return ByteBuffer.allocateDirect(Math.toIntExact(count)).order(ByteOrder.nativeOrder());
    }
}
