package dev.vigia.bench.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.models.onnx.Device;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {

    @Test
    void shouldCompareTheUsualBatchWhenOnAProcessor() {
        // Given
        var standing = standing(Device.CPU, 1_300);
        // When
        var words = standing.words();
        // Then
        assertThat(standing.isGood()).isTrue();
        assertThat(words)
                .isEqualTo(
                        "cpu: batch 256 ÷ one by one, both at their best, 1.30; ÷ naive 2.60; ÷ bare ONNX Runtime 0.92;"
                                + " best batch ÷ one by one 9.00 (at least 1.2)");
    }

    @Test
    void shouldNotBeGoodWhenTheUsualBatchIsHardlyFasterThanSingleWindows() {
        // Given
        var standing = standing(Device.CPU, 1_199);
        // When
        boolean good = standing.isGood();
        // Then
        assertThat(good).isFalse();
    }

    @Test
    void shouldCompareTheBestBatchWhenOnAGpu() {
        // Given
        var standing = standing(Device.CUDA, 1_300);
        // When
        double ratio = standing.bestOverSingle();
        // Then
        assertThat(ratio).isEqualTo(9);
        assertThat(standing.isGood()).isFalse();
    }

    private static Standing standing(Device device, double usual) {
        return new Standing(
                device,
                List.of(rate(256, 1_200), rate(8_192, 9_000)),
                rate(256, usual),
                rate(1, 1_000),
                rate(1, 500),
                rate(256, 1_300));
    }

    private static Rate rate(int batch, double windows) {
        return new Rate("some way", batch, windows, 1, 2);
    }
}
