package dev.vigia.models.onnx;

import dev.vigia.models.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the tensors that a graph declares; the numbers are those of fields in ONNX's description, onnx.proto. */
final class DeclaredTensor {

    private static final Map<Long, String> TYPES = Map.ofEntries(
            Map.entry(1L, "float32"),
            Map.entry(2L, "uint8"),
            Map.entry(3L, "int8"),
            Map.entry(5L, "int16"),
            Map.entry(6L, "int32"),
            Map.entry(7L, "int64"),
            Map.entry(8L, "string"),
            Map.entry(9L, "bool"),
            Map.entry(10L, "float16"),
            Map.entry(11L, "float64"),
            Map.entry(16L, "bfloat16"));

    private String name = "";
    private String type = "something that is no tensor";
    private List<Long> shape = List.of();

    private DeclaredTensor() {}

    static TensorSpec read(ProtoReader value) throws NotOnnxException {
        var declared = new DeclaredTensor();
        while (value.next()) {
            switch (value.field()) {
                case 1 -> declared.name = value.text();
                case 2 -> declared.type(value.message());
                default -> value.skip();
            }
        }
        return new TensorSpec(declared.name, declared.type, declared.shape);
    }

    private void type(ProtoReader value) throws NotOnnxException {
        while (value.next()) {
            if (value.field() == 1) {
                tensor(value.message());
            } else {
                value.skip();
            }
        }
    }

    private void tensor(ProtoReader tensor) throws NotOnnxException {
        while (tensor.next()) {
            switch (tensor.field()) {
                case 1 -> type = typeName(tensor.varint());
                case 2 -> shape = shape(tensor.message());
                default -> tensor.skip();
            }
        }
    }

    private static String typeName(long number) {
        return TYPES.getOrDefault(number, "type " + number);
    }

    private static List<Long> shape(ProtoReader axes) throws NotOnnxException {
        var shape = new ArrayList<Long>();
        while (axes.next()) {
            if (axes.field() == 1) {
                shape.add(length(axes.message()));
            } else {
                axes.skip();
            }
        }
        return shape;
    }

    /** An axis with a name or nothing is open. */
    private static long length(ProtoReader axis) throws NotOnnxException {
        long length = TensorSpec.BATCH;
        while (axis.next()) {
            if (axis.field() == 1) {
                length = axis.varint();
            } else {
                axis.skip();
            }
        }
        return length;
    }
}
