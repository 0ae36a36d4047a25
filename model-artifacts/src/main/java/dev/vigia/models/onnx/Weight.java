package dev.vigia.models.onnx;

import java.nio.ByteBuffer;

/**
 * A learned tensor of a graph.
 *
 * @param wrong what is wrong with it, empty where nothing is
 */
record Weight(String name, String wrong) {

    private static final int FLOAT32 = 1;
    private static final int FLOAT16 = 10;
    private static final int EXTERNAL = 1;

    /** Then nobody knows what is in it: the file's hash says nothing of others. */
    static final String OUTSIDE = "lies in another file";

    /** A float16 is no number when all bits of its exponent are set and any of its fraction. */
    private static final int INFINITE_16 = 0x7C00;

    static Weight read(ProtoReader tensor) throws NotOnnxException {
        var name = "";
        int type = 0;
        boolean outside = false;
        ByteBuffer values = ByteBuffer.allocate(0);
        while (tensor.next()) {
            switch (tensor.field()) {
                case 2 -> type = (int) tensor.varint();
                case 8 -> name = tensor.text();
                case 9 -> values = tensor.content();
                case 14 -> outside = tensor.varint() == EXTERNAL;
                default -> tensor.skip();
            }
        }
        return new Weight(name, outside ? OUTSIDE : nan(type, values));
    }

    private static String nan(int type, ByteBuffer values) {
        int count = switch (type) {
            case FLOAT32 -> nan32(values);
            case FLOAT16 -> nan16(values);
            default -> 0;
        };
        return count == 0 ? "" : "holds " + count + (count == 1 ? " value that is NaN" : " values that are NaN");
    }

    private static int nan32(ByteBuffer values) {
        int count = 0;
        while (values.remaining() >= Float.BYTES) {
            count += Float.isNaN(values.getFloat()) ? 1 : 0;
        }
        return count;
    }

    private static int nan16(ByteBuffer values) {
        int count = 0;
        while (values.remaining() >= Short.BYTES) {
            count += (values.getShort() & 0x7FFF) > INFINITE_16 ? 1 : 0;
        }
        return count;
    }
}
