package dev.vigia.models.onnx;

import dev.vigia.models.TensorSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an ONNX file says of itself, read without running it.
 *
 * @param opset version of the operators, 0 where the file names none
 * @param inputs those that a caller must give, without the weights
 * @param weights that are not as they should be, each with what is wrong with it
 */
public record OnnxFile(int opset, List<TensorSpec> inputs, List<TensorSpec> outputs, List<String> weights) {

    /** Reads all of it. */
    public static OnnxFile read(byte[] file) throws NotOnnxException {
        var reading = new Reading();
        reading.model(ProtoReader.of(file));
        if (!reading.graphFound) {
            throw new NotOnnxException("it holds no graph");
        }
        reading.inputs.removeIf(input -> reading.initialized.contains(input.name()));
        return new OnnxFile(
                reading.opset, List.copyOf(reading.inputs), List.copyOf(reading.outputs), List.copyOf(reading.weights));
    }

    /** The numbers are those of fields in ONNX's description, onnx.proto. */
    private static final class Reading {

        private static final int DEEPEST = 50;

        private int opset;
        private boolean graphFound;
        private final List<TensorSpec> inputs = new ArrayList<>();
        private final List<TensorSpec> outputs = new ArrayList<>();
        private final Set<String> initialized = new HashSet<>();
        private final List<String> weights = new ArrayList<>();

        void model(ProtoReader model) throws NotOnnxException {
            while (model.next()) {
                switch (model.field()) {
                    case 7 -> graph(model.message());
                    case 8 -> operators(model.message());
                    case 25 -> function(model.message());
                    default -> model.skip();
                }
            }
        }

        /** Of the operators' families only ONNX's own, which has no name, is the opset. */
        private void operators(ProtoReader family) throws NotOnnxException {
            var domain = "";
            int version = 0;
            while (family.next()) {
                switch (family.field()) {
                    case 1 -> domain = family.text();
                    case 2 -> version = (int) family.varint();
                    default -> family.skip();
                }
            }
            if (domain.isEmpty() || domain.equals("ai.onnx")) {
                opset = version;
            }
        }

        private void graph(ProtoReader graph) throws NotOnnxException {
            graphFound = true;
            while (graph.next()) {
                switch (graph.field()) {
                    case 1 -> operator(graph.message(), 0);
                    case 5 -> weight(Weight.read(graph.message()));
                    case 11 -> inputs.add(DeclaredTensor.read(graph.message()));
                    case 12 -> outputs.add(DeclaredTensor.read(graph.message()));
                    default -> graph.skip();
                }
            }
        }

        private void function(ProtoReader function) throws NotOnnxException {
            while (function.next()) {
                if (function.field() == 7) {
                    operator(function.message(), 0);
                } else {
                    function.skip();
                }
            }
        }

        /** Constants and the branches of conditions hold tensors too. */
        private void operator(ProtoReader operator, int depth) throws NotOnnxException {
            while (operator.next()) {
                if (operator.field() == 5) {
                    attribute(operator.message(), depth);
                } else {
                    operator.skip();
                }
            }
        }

        private void attribute(ProtoReader attribute, int depth) throws NotOnnxException {
            while (attribute.next()) {
                switch (attribute.field()) {
                    case 5, 10 -> constant(Weight.read(attribute.message()));
                    case 6, 11 -> branch(attribute.message(), depth + 1);
                    default -> attribute.skip();
                }
            }
        }

        private void branch(ProtoReader graph, int depth) throws NotOnnxException {
            if (depth > DEEPEST) {
                throw new NotOnnxException("its graphs are nested more than " + DEEPEST + " deep");
            }
            while (graph.next()) {
                switch (graph.field()) {
                    case 1 -> operator(graph.message(), depth);
                    case 5 -> constant(Weight.read(graph.message()));
                    default -> graph.skip();
                }
            }
        }

        /** A constant may well be NaN, to be compared with. */
        private void constant(Weight constant) {
            if (constant.wrong().equals(Weight.OUTSIDE)) {
                weights.add((constant.name().isEmpty() ? "a constant" : constant.name()) + " " + constant.wrong());
            }
        }

        private void weight(Weight weight) {
            initialized.add(weight.name());
            if (!weight.wrong().isEmpty()) {
                weights.add(weight.name() + " " + weight.wrong());
            }
        }
    }
}
