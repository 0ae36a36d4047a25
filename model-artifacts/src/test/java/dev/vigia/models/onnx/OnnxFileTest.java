package dev.vigia.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.models.TensorSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OnnxFileTest {

    private static final long SEED = 20_260_102;

    private static final TensorSpec IN = new TensorSpec("in", "float32", List.of(TensorSpec.BATCH, 3L));
    private static final TensorSpec OUT = new TensorSpec("out", "int64", List.of(TensorSpec.BATCH));

    private final byte[] file = new OnnxWriter()
            .weight("table", new long[] {2}, 1, Float.NaN)
            .weight("good", new long[] {1}, Float.NEGATIVE_INFINITY)
            .elsewhere("far")
            .node("Identity", "out", "in")
            .input(IN)
            .input(new TensorSpec("good", "float32", List.of(1L)))
            .output(OUT)
            .file(17);

    @Test
    void shouldTellOpsetTensorsAndBadWeightsWithoutRunningTheFile() throws NotOnnxException {
        // Given
        var bytes = file;
        // When
        var onnx = OnnxFile.read(bytes);
        // Then
        assertThat(onnx)
                .isEqualTo(new OnnxFile(
                        17,
                        List.of(IN),
                        List.of(OUT),
                        List.of("table holds 1 value that is NaN", "far lies in another file")));
    }

    @Test
    void shouldFindAConstantThatLiesInAnotherFile() throws NotOnnxException {
        // Given
        var bytes =
                new OnnxWriter().constantOutside("hidden").input(IN).output(OUT).file(17);
        // Then
        assertThat(OnnxFile.read(bytes).weights()).containsExactly("hidden lies in another file");
    }

    @Test
    void shouldRefuseAFileThatIsCutShortWhereverThatIs() {
        for (int length = 0; length < file.length; length++) {
            // Given
            var cut = Arrays.copyOf(file, length);
            // When, then
            assertThatThrownBy(() -> OnnxFile.read(cut)).isInstanceOf(NotOnnxException.class);
        }
    }

    @Test
    void shouldReadOrRefuseWhateverTheBytesAre() {
        // Given
        var random = new Random(SEED);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            var spoilt = file.clone();
            for (int i = 0; i <= round % 4; i++) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
            }
            // When
            try {
                OnnxFile.read(spoilt);
            } catch (NotOnnxException e) {
                refused++;
            }
        }
        // Then
        assertThat(refused).as("seed %d", SEED).isBetween(1_000, 19_000);
    }
}
