package dev.vigia.models.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.models.Problem;
import dev.vigia.models.demand.BrokenModels;
import dev.vigia.models.demand.TinyModel;
import dev.vigia.models.onnx.ScoringSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelCheckTest {

    @TempDir
    private Path folder;

    static List<String> broken() {
        return BrokenModels.names();
    }

    @Test
    void shouldProveAModelGoodWhenItForecastsWhatItsAuthorSaw() throws IOException {
        // Given
        new TinyModel().write(folder);
        // When
        var checked = check();
        // Then
        assertThat(checked.problems()).isEmpty();
        assertThat(checked.isGood()).isTrue();
        assertThat(checked.proof()).hasValueSatisfying(proof -> {
            assertThat(proof.windows()).isEqualTo(3);
            assertThat(proof.farthest().share()).isLessThan(1e-6);
        });
    }

    @ParameterizedTest
    @MethodSource("broken")
    void shouldNotTakeAModelForGoodWhenItIsBroken(String wrong) throws IOException {
        // Given
        BrokenModels.of(wrong).write(folder);
        // When
        var checked = check();
        // Then
        assertThat(checked.isGood()).isFalse();
        assertThat(checked.problems()).isNotEmpty();
    }

    @Test
    void shouldNameTheFarthestValueWhenForecastsAreNotThoseThatTheAuthorSaw() throws IOException {
        // Given
        new TinyModel().regions(1, 2.001f, 0.5f).write(folder);
        // When
        var problems = problems();
        // Then
        assertThat(problems)
                .singleElement()
                .asString()
                .matches("golden.json: forecasts are not those that its author saw; the farthest is off by 5\\.0e-04:"
                        + " window 2, .* \\(tolerance 1.0E-4\\)\\. Export.*");
    }

    @Test
    void shouldMeasureAgainstTheWindowsSizeWhenAForecastIsNearZero() {
        // Given
        double size = 100;
        // When
        var nearZero = Deviation.of(1, "mean", 0.0001, 0.0002, size);
        var great = Deviation.of(1, "mean", 1000, 1001, size);
        // Then
        assertThat(nearZero.share()).isEqualTo(1e-6);
        assertThat(great.share()).isEqualTo(1e-3);
    }

    @Test
    void shouldTellOfEverythingWrongWithTheGoldenWindows() throws IOException {
        // Given
        new TinyModel()
                .golden(json -> json.replace("\"region\": 1", "\"region\": 9")
                        .replace("\"tolerance\": 1e-4", "\"tolerance\": 1")
                        .replaceFirst("\"mean\": \\[\\[", "\"mean\": [[0, "))
                .write(folder);
        // When
        var problems = problems();
        // Then
        assertThat(problems)
                .containsExactly(
                        "golden.json: its window 1 has no mean of 26 x 2 numbers. Write it as docs/models.md shows.",
                        "golden.json: its window 2 is of region 9, and the manifest knows 0 to 2. Write the region's id, or"
                                + " name it in the manifest.",
                        "golden.json: its tolerance is 1, and for fp32 windows prove something up to 0.001. Write a smaller"
                                + " one, or find out why the model needs more.");
    }

    @Test
    void shouldTellOfTheGoldenWindowsTooWhenTheModelIsRefused() throws IOException {
        // Given
        new TinyModel().opset(17).golden(json -> "{").write(folder);
        // When
        var problems = problems();
        // Then
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).startsWith("model.yaml:7: opset is 18");
        assertThat(problems.get(1)).startsWith("golden.json:1: it is not JSON");
    }

    @Test
    void shouldSayThatNothingIsProvedWhenThereAreNoGoldenWindows() throws IOException {
        // Given
        new TinyModel().write(folder);
        Files.delete(folder.resolve("golden.json"));
        // When
        var problems = problems();
        // Then
        assertThat(problems).singleElement().asString().contains("nothing proves that the model computes here");
    }

    @Test
    void shouldRefuseGoldenWindowsOutsideTheFolder() throws IOException {
        // Given
        new TinyModel()
                .manifest(text -> text.replace("golden: golden.json", "golden: ../golden.json"))
                .write(folder);
        // When
        var problems = problems();
        // Then
        assertThat(problems)
                .containsExactly(
                        "model.yaml:28: golden is \"../golden.json\", and the windows must lie beside the manifest."
                                + " Put them there and write the name alone.");
    }

    private List<String> problems() {
        return check().problems().stream().map(Problem::toString).toList();
    }

    private CheckedModel check() {
        return ModelCheck.run(folder, ScoringSettings.onCpu(1));
    }
}
