package dev.vigia.models;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A tensor that goes into a graph or comes out of it.
 *
 * @param type as ONNX calls it, such as {@code float32}
 * @param shape the length of each axis, {@link #BATCH} where it is as long as the batch
 */
public record TensorSpec(String name, String type, List<Long> shape) {

    public static final long BATCH = -1;

    public TensorSpec {
        shape = List.copyOf(shape);
    }

    /** Its shape for people, such as {@code [N, 104, 2]}. */
    public String shapeText() {
        return shape.stream()
                .map(length -> length == BATCH ? "N" : String.valueOf(length))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
