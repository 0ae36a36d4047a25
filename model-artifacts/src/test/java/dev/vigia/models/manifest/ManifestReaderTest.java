package dev.vigia.models.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.models.Problem;
import dev.vigia.models.Problems;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ManifestReaderTest {

    private static final long SEED = 20_260_103;

    private static final String MANIFEST = """
            format: 1
            kind: demand
            name: tiny
            version: 1.0.0
            file: model.onnx
            sha256: 00
            opset: 18
            precision: fp32
            context: 104
            horizon: 26
            channels: [units, revenue]
            quantiles: [0.1, 0.9]
            regions:
            - SP
            - "RJ"
            minimumWeeks: 8
            inputs:
            - name: values
              type: float32
              shape:
              - N
              - 104
            outputs:
              - {name: mean, type: float32, shape: [N, 26, 2]}
            appliesTo: Tests.
            parameters: 12
            trainedOn: []
            accuracy:
              - {set: none, mase: 1.0, noted: [a, b]}
            golden: golden.json
            """;

    private final Problems problems = new Problems();

    @Test
    void shouldReadBlocksAndListsHoweverTheyAreWritten() {
        // Given
        var yaml = MANIFEST;
        // When
        var file = ManifestReader.read(yaml, problems).orElseThrow();
        // Then
        assertThat(problems.list()).isEmpty();
        assertThat(file.manifest().terms().regions()).containsExactly("SP", "RJ");
        assertThat(file.manifest().signature().inputs().get(0).shapeText()).isEqualTo("[N, 104]");
        assertThat(file.line("inputs.values.shape")).isEqualTo(20);
        assertThat(file.line("outputs.mean.shape")).isEqualTo(24);
        assertThat(file.manifest().origin().accuracy().get(0)).containsEntry("mase", "1.0");
    }

    @Test
    void shouldNameLineAndNearestNameWhenOneIsUnknown() {
        // Given
        var yaml = MANIFEST.replace("horizon: 26", "horizont: 26").replace("parameters: 12", "parameters: 1.5");
        // When
        ManifestReader.read(yaml, problems);
        // Then
        assertThat(problems.list().stream().map(Problem::toString))
                .containsExactly(
                        "model.yaml:10: horizont is a name that manifests do not have. Write horizon if that was meant, or"
                                + " leave it out.",
                        "model.yaml:1: horizon is missing, and without it nobody knows what the model promises. Add it;"
                                + " docs/models.md shows a whole manifest.",
                        "model.yaml:26: parameters: here must stand a whole number. Mend this line.");
    }

    @Test
    void shouldRefuseANewerFormat() {
        // Given
        var yaml = MANIFEST.replace("format: 1", "format: 2");
        // When
        ManifestReader.read(yaml, problems);
        // Then
        assertThat(problems.list()).singleElement().asString().contains("format is 2, and this Vigia reads format 1");
    }

    @Test
    void shouldReadOrTellWhatIsWrongWhateverTheTextIs() {
        // Given
        var random = new Random(SEED);
        var letters = "[]{}:,-&*!|>'\"%@`#\n \t0a~?";
        int wrong = 0;
        for (int round = 0; round < 3_000; round++) {
            var spoilt = new StringBuilder(MANIFEST);
            for (int i = 0; i <= round % 3; i++) {
                int place = random.nextInt(spoilt.length());
                spoilt.setCharAt(place, letters.charAt(random.nextInt(letters.length())));
            }
            // When
            var found = new Problems();
            var file = ManifestReader.read(spoilt.toString(), found);
            // Then
            assertThat(file.isPresent() || !found.isEmpty())
                    .as("seed %d round %d", SEED, round)
                    .isTrue();
            wrong += found.isEmpty() ? 0 : 1;
        }
        assertThat(wrong).as("seed %d", SEED).isGreaterThan(1_000);
    }
}
