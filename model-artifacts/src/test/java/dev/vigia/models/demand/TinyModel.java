package dev.vigia.models.demand;

import dev.vigia.models.TensorSpec;
import dev.vigia.models.folder.FolderReader;
import dev.vigia.models.onnx.OnnxWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A demand model of a few hundred bytes for tests, right or wrong in one way.
 *
 * <p>Its mean is what was seen 26 weeks before, not below zero, times a factor of the region; its quantiles are 0.6 to
 * 1.4 times the mean.
 */
public final class TinyModel {

    public static final int OPSET = 18;

    /** Of the regions unknown, SP and RJ. */
    static final float[] REGION_FACTORS = {1, 2, 0.5f};

    private final List<TensorSpec> inputs = new ArrayList<>(DemandContract.INPUTS);
    private final List<TensorSpec> outputs = new ArrayList<>(DemandContract.OUTPUTS);
    private int opset = OPSET;
    private int horizon = DemandContract.HORIZON;
    private float[] factors = {0.6f, 0.7f, 0.8f, 0.9f, 1, 1.1f, 1.2f, 1.3f, 1.4f};
    private float[] regions = REGION_FACTORS.clone();
    private UnaryOperator<String> manifest = UnaryOperator.identity();
    private UnaryOperator<byte[]> file = UnaryOperator.identity();
    private UnaryOperator<String> golden = UnaryOperator.identity();
    private boolean hashedBefore;
    private boolean weightsElsewhere;

    /** Made for other operators. */
    public TinyModel opset(int version) {
        opset = version;
        return this;
    }

    /** Forecasts so many weeks. */
    public TinyModel horizon(int weeks) {
        horizon = weeks;
        return replace(outputs, "mean", "float32", -1L, (long) weeks, 2L)
                .replace(outputs, "quantiles", "float32", -1L, (long) weeks, 2L, 9L);
    }

    /** Its quantiles are the mean times these. */
    public TinyModel factors(float... values) {
        factors = values.clone();
        return this;
    }

    /** Its regions have these factors, the unknown one first. */
    public TinyModel regions(float... values) {
        regions = values.clone();
        return this;
    }

    /** Declares an input otherwise. */
    public TinyModel input(String name, String type, Long... shape) {
        return replace(inputs, name, type, shape);
    }

    /** Declares an output otherwise. */
    public TinyModel output(String name, String type, Long... shape) {
        return replace(outputs, name, type, shape);
    }

    public TinyModel withoutOutput(String name) {
        outputs.removeIf(output -> output.name().equals(name));
        return this;
    }

    public TinyModel withMoreInput(String name) {
        inputs.add(new TensorSpec(name, "float32", List.of(TensorSpec.BATCH)));
        return this;
    }

    public TinyModel weightsElsewhere() {
        weightsElsewhere = true;
        return this;
    }

    /** Its manifest, rewritten. */
    public TinyModel manifest(UnaryOperator<String> edit) {
        manifest = edit;
        return this;
    }

    /** Its ONNX file, spoilt before it is hashed. */
    public TinyModel file(UnaryOperator<byte[]> edit) {
        file = edit;
        return this;
    }

    /** Its ONNX file, spoilt after it was hashed. */
    public TinyModel fileAfterHash(UnaryOperator<byte[]> edit) {
        hashedBefore = true;
        return file(edit);
    }

    /** Its golden windows, rewritten. */
    public TinyModel golden(UnaryOperator<String> edit) {
        golden = edit;
        return this;
    }

    /** Writes it into a folder, which is made. */
    public Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var whole = onnx();
        var spoilt = file.apply(whole);
        Files.write(folder.resolve("model.onnx"), spoilt);
        Files.writeString(folder.resolve("model.yaml"), manifest.apply(manifestText(hashedBefore ? whole : spoilt)));
        Files.writeString(folder.resolve("golden.json"), golden.apply(TinyGolden.text()));
        return folder;
    }

    private byte[] onnx() {
        var writer = new OnnxWriter()
                .weight("table", new long[] {regions.length, 1, 1}, regions)
                .weight("factors", new long[] {9}, factors)
                .whole("from", 104L - horizon)
                .whole("to", 104)
                .whole("weeks", 1)
                .whole("last", 3);
        if (weightsElsewhere) {
            writer.elsewhere("far");
        }
        nodes(writer);
        inputs.forEach(writer::input);
        outputs.forEach(writer::output);
        return writer.file(opset);
    }

    private void nodes(OnnxWriter writer) {
        writer.cast("values32", "values", "float32")
                .node("Mul", "seen", "values32", "observed")
                .node("Slice", "recent", "seen", "from", "to", "weeks")
                .node("Relu", "demand", "recent")
                .node("Gather", "factor", "table", "region")
                .node("Mul", "mean", "demand", "factor")
                .node("Unsqueeze", "open", "mean", "last")
                .node("Mul", "quantiles", "open", "factors");
    }

    private static String manifestText(byte[] graph) {
        return """
                format: 1
                kind: demand
                name: tiny
                version: 1.0.0
                file: model.onnx
                sha256: %s
                opset: 18
                precision: fp32
                context: 104
                horizon: 26
                channels: [units, revenue]
                quantiles: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
                regions: [SP, RJ]
                minimumWeeks: 8
                inputs:
                  - {name: values,   type: float32, shape: [N, 104, 2]}
                  - {name: observed, type: float32, shape: [N, 104, 2]}
                  - {name: region,   type: int64,   shape: [N]}
                outputs:
                  - {name: mean,      type: float32, shape: [N, 26, 2]}
                  - {name: quantiles, type: float32, shape: [N, 26, 2, 9]}
                appliesTo: Tests.
                parameters: 12
                trainedOn:
                  - {name: nothing, licence: Apache-2.0, series: 0, weeks: 0}
                accuracy:
                  - {set: none, mase: 1.0, seasonalNaive: 1.0, coverage80: 0.8}
                golden: golden.json
                """.formatted(FolderReader.sha256(graph));
    }

    private TinyModel replace(List<TensorSpec> tensors, String name, String type, Long... shape) {
        tensors.replaceAll(tensor -> tensor.name().equals(name) ? new TensorSpec(name, type, List.of(shape)) : tensor);
        return this;
    }

    /** Numbers for a manifest or JSON. */
    static String list(List<?> items) {
        return items.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
