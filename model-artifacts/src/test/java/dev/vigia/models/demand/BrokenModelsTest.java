package dev.vigia.models.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import dev.vigia.models.ModelRefusedException;
import dev.vigia.models.Problem;
import dev.vigia.models.onnx.Device;
import dev.vigia.models.onnx.ScoringSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test breaks a good model in one way and expects one sentence about that, and none about anything else. */
class BrokenModelsTest {

    @TempDir
    private Path folder;

    @Test
    void shouldTellTheShapeWhenAnInputHasAnother() throws IOException {
        assertThat(problems("shape"))
                .containsExactly(
                        "model.onnx: its tensor values has the shape [N, 52, 2], and the contract says [N, 104, 2]."
                                + " Export the model with this shape: N, the batch, is open, everything else is fixed.");
    }

    @Test
    void shouldTellTheTypeWhenAnInputHasAnother() throws IOException {
        assertThat(problems("type"))
                .containsExactly("model.onnx: its tensor values is of type float64, and the contract says float32."
                        + " Export the model with values as float32.");
    }

    @Test
    void shouldNameTheWeightWhenItHoldsNaN() throws IOException {
        assertThat(problems("nan-weights"))
                .containsExactly(
                        "model.onnx: the weight factors holds 1 value that is NaN, so nothing that it says can be"
                                + " trusted. Export the model again, all of it in one file, from weights that are finite.");
    }

    @Test
    void shouldTellBothHashesWhenTheFileIsAnother() throws IOException {
        assertThat(problems("hash"))
                .singleElement()
                .asString()
                .matches(
                        "model\\.yaml:6: sha256 is [0-9a-f]{64}, and that of model\\.onnx is [0-9a-f]{64}: it is not the"
                                + " file that this manifest was written for\\. Copy the right file.*");
    }

    @Test
    void shouldNameTheTensorWhenItIsMissing() throws IOException {
        assertThat(problems("missing-tensor"))
                .containsExactly("model.onnx: it has no tensor quantiles among its outputs, which are mean."
                        + " Export the model with quantiles [N, 26, 2, 9] as float32.");
    }

    @Test
    void shouldTellWhereTheFileEndsWhenItIsCutShort() throws IOException {
        assertThat(problems("truncated"))
                .singleElement()
                .asString()
                .matches(
                        "model\\.onnx: it is no ONNX model, or only the beginning of one: of its \\d+ bytes, at byte \\d+"
                                + " it should go on for \\d+ bytes, and it ends after \\d+\\. Copy or export it again, whole\\.");
    }

    @Test
    void shouldTellBothOpsetsWhenTheFileHasAnother() throws IOException {
        assertThat(problems("opset"))
                .containsExactly("model.yaml:7: opset is 18, and model.onnx was made for opset 17."
                        + " Write opset: 17, or export the model for opset 18.");
    }

    @Test
    void shouldTellTheHorizonWhenItIsAnother() throws IOException {
        assertThat(problems("horizon"))
                .containsExactly(
                        "model.yaml:10: horizon is 13, and 26 weeks ahead are what a forecast must cover."
                                + " Make a model that keeps this, or mend the line if it does.",
                        "model.onnx: its tensor mean has the shape [N, 13, 2], and the contract says [N, 26, 2]. Export the"
                                + " model with this shape: N, the batch, is open, everything else is fixed.",
                        "model.onnx: its tensor quantiles has the shape [N, 13, 2, 9], and the contract says"
                                + " [N, 26, 2, 9]. Export the model with this shape: N, the batch, is open, everything else"
                                + " is fixed.");
    }

    @Test
    void shouldNameTheRegionWhenTheGraphDoesNotKnowIt() throws IOException {
        assertThat(problems("categories"))
                .singleElement()
                .asString()
                .startsWith("model.yaml:13: regions names 3, and the graph fails at number 3, BA: tiny 1.0.0 broke off")
                .contains("Gather")
                .endsWith("Name only the regions that the model was trained with.");
    }

    @Test
    void shouldTellTheLineWhenTheManifestIsNotYaml() throws IOException {
        assertThat(problems("manifest")).singleElement().asString().startsWith("model.yaml:3: it is not YAML: ");
    }

    @Test
    void shouldTellWhenAForecastIsNoNumberThoughAllWeightsAre() throws IOException {
        // Given
        var model = new TinyModel().factors(0, 0, 0, 0, 0, 0, 0, 0, Float.MAX_VALUE);
        // When
        var problems = problems(model);
        // Then
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith(
                        "model.onnx: it does not forecast a plain yearly season: tiny 1.0.0 made forecasts that cannot be"
                                + " true of 1 of 1 windows, first a trial window: the quantile 0.9 of units in week 1 ahead is"
                                + " Infinity.");
    }

    @Test
    void shouldTellWhatOnnxRuntimeSaysWhenItDoesNotKnowTheOperators() throws IOException {
        // Given
        var model = new TinyModel().opset(99).manifest(text -> text.replace("opset: 18", "opset: 99"));
        // When
        var problems = problems(model);
        // Then
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("model.onnx: ONNX Runtime cannot load it on model.device cpu: ")
                .containsIgnoringCase("opset");
    }

    @Test
    void shouldTellWhatCudaNeedsWhenItIsAskedForAndDoesNotLoad() throws IOException {
        // Given
        new TinyModel().write(folder);
        assumeThat(OrtEnvironment.getAvailableProviders()).doesNotContain(OrtProvider.CUDA);
        // When
        var refused = catchThrowableOfType(
                ModelRefusedException.class, () -> DemandModel.open(folder, new ScoringSettings(Device.CUDA, 0, 0)));
        // Then
        assertThat(refused)
                .hasMessageContaining("model.onnx: ONNX Runtime cannot load it on model.device cuda: ")
                .hasMessageContaining("Build with mvn -Pgpu")
                .hasMessageNotContaining("Error code");
    }

    @Test
    void shouldTellOfAllProblemsWhenThereAreSeveral() throws IOException {
        // Given
        var model = new TinyModel()
                .opset(17)
                .weightsElsewhere()
                .withMoreInput("price")
                .fileAfterHash(bytes -> Arrays.copyOf(bytes, bytes.length))
                .manifest(text -> text.replaceFirst("sha256: .*", "sha256: 00")
                        .replace("kind: demand", "knd: demand")
                        .replace("[SP, RJ]", "[SP, SP]")
                        .replace("minimumWeeks: 8", "minimumWeeks: 0")
                        .replace("precision: fp32", "precision: int8")
                        .replace("parameters: 12", "parameters: many"));
        // When
        var problems = problems(model);
        // Then
        assertThat(String.join("\n", problems))
                .contains(
                        "model.yaml:2: knd is a name that manifests do not have. Write kind if that was meant",
                        "kind is missing",
                        "sha256 is 00, and that of",
                        "model.yaml:8: precision is \"int8\", and Vigia knows fp16 or fp32",
                        "regions names \"SP\" twice",
                        "minimumWeeks is 0, and a window has 1 to 104",
                        "parameters: here must stand a whole number",
                        "the weight far lies in another file",
                        "it wants a tensor price, which nobody gives it",
                        "opset is 18, and model.onnx was made for opset 17");
        assertThat(problems).hasSize(10);
    }

    @Test
    void shouldRefuseAGraphOutsideItsFolder() throws IOException {
        // Given
        var model = new TinyModel().manifest(text -> text.replace("file: model.onnx", "file: ../model.onnx"));
        // When
        var problems = problems(model);
        // Then
        assertThat(problems).singleElement().asString().contains("the graph must lie beside the manifest");
    }

    @Test
    void shouldNameTheFileWhenThereIsNone() throws IOException {
        // Given
        new TinyModel().write(folder);
        Files.delete(folder.resolve("model.onnx"));
        // When
        var problems = refused();
        // Then
        assertThat(problems)
                .containsExactly(
                        "model.onnx: there is no such file in " + folder + ". Put it there, or name the right folder.");
    }

    private List<String> problems(String broken) throws IOException {
        return problems(BrokenModels.of(broken));
    }

    private List<String> problems(TinyModel model) throws IOException {
        model.write(folder);
        return refused();
    }

    private List<String> refused() {
        var refused = catchThrowableOfType(
                ModelRefusedException.class,
                () -> DemandModel.open(folder, ScoringSettings.onCpu(1)).close());
        assertThat(refused).as("it was taken for good").isNotNull();
        return refused.problems().stream().map(Problem::toString).toList();
    }
}
