package dev.vigia.models.onnx;

import dev.vigia.models.TensorSpec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/** Writes small ONNX files for tests; the numbers are those of fields in ONNX's description, onnx.proto. */
public final class OnnxWriter {

    /** Of the file's own form, as ONNX 1.14 wrote it. */
    private static final int IR_VERSION = 9;

    private static final Map<String, Integer> TYPES = Map.of("float32", 1, "int64", 7, "float64", 11);
    private static final int INTEGERS = 7;

    private final ProtoWriter graph = new ProtoWriter().text(2, "tiny");

    /** An operator with one result. */
    public OnnxWriter node(String operator, String output, String... inputs) {
        var node = new ProtoWriter();
        for (var input : inputs) {
            node.text(1, input);
        }
        graph.message(1, node.text(2, output).text(4, operator));
        return this;
    }

    /** A node that turns a tensor into another type. */
    public OnnxWriter cast(String output, String input, String type) {
        var to = new ProtoWriter().text(1, "to").number(3, type(type)).number(20, 2);
        graph.message(
                1,
                new ProtoWriter().text(1, input).text(2, output).text(4, "Cast").message(5, to));
        return this;
    }

    public OnnxWriter weight(String name, long[] shape, float... values) {
        var raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        return weight(name, type("float32"), shape, raw.array());
    }

    public OnnxWriter whole(String name, long... values) {
        var raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            raw.putLong(value);
        }
        return weight(name, INTEGERS, new long[] {values.length}, raw.array());
    }

    /** A weight that lies in another file. */
    public OnnxWriter elsewhere(String name) {
        graph.message(
                5, new ProtoWriter().number(2, type("float32")).text(8, name).number(14, 1));
        return this;
    }

    public OnnxWriter input(TensorSpec tensor) {
        graph.message(11, value(tensor));
        return this;
    }

    public OnnxWriter output(TensorSpec tensor) {
        graph.message(12, value(tensor));
        return this;
    }

    /** A constant whose value is in another file. */
    public OnnxWriter constantOutside(String name) {
        var tensor = new ProtoWriter().number(1, 1).number(2, 1).text(8, name).number(14, 1);
        var value = new ProtoWriter().text(1, "value").number(20, 4).message(5, tensor);
        graph.message(1, new ProtoWriter().text(2, name).text(4, "Constant").message(5, value));
        return this;
    }

    public byte[] file(int opset) {
        return new ProtoWriter()
                .number(1, IR_VERSION)
                .message(8, new ProtoWriter().text(1, "").number(2, opset))
                .message(7, graph)
                .toBytes();
    }

    private OnnxWriter weight(String name, int type, long[] shape, byte[] raw) {
        var weight = new ProtoWriter();
        for (long length : shape) {
            weight.number(1, length);
        }
        graph.message(5, weight.number(2, type).text(8, name).bytes(9, raw));
        return this;
    }

    private static ProtoWriter value(TensorSpec tensor) {
        var axes = new ProtoWriter();
        for (long length : tensor.shape()) {
            var axis = new ProtoWriter();
            axes.message(1, length == TensorSpec.BATCH ? axis.text(2, "N") : axis.number(1, length));
        }
        var type = new ProtoWriter().number(1, type(tensor.type())).message(2, axes);
        return new ProtoWriter().text(1, tensor.name()).message(2, new ProtoWriter().message(1, type));
    }

    private static int type(String name) {
        return TYPES.getOrDefault(name, 0);
    }
}
