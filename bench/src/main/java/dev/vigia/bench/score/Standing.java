package dev.vigia.bench.score;

import dev.vigia.models.onnx.Device;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How the ways compare on one device.
 *
 * @param batched each size of batch, with the threads that models have when nobody sets any
 * @param usual the usual batch, with the threads and callers that suit it best
 * @param single one window a call, with the threads and callers that suit it best
 */
record Standing(Device device, List<Rate> batched, Rate usual, Rate single, Rate naive, Rate bare) {

    /** The batch that stands for all. */
    static final int USUAL_BATCH = 256;

    double batchedOverSingle() {
        return usual.windows() / single.windows();
    }

    double batchedOverNaive() {
        return usual.windows() / naive.windows();
    }

    /** Both with one caller and the threads that ONNX Runtime takes when nobody sets any. */
    double batchedOverBare() {
        return untuned().windows() / bare.windows();
    }

    double bestOverSingle() {
        return best().windows() / single.windows();
    }

    private Rate untuned() {
        return batched.stream()
                .filter(rate -> rate.batch() == USUAL_BATCH)
                .findFirst()
                .orElseThrow();
    }

    /** On a GPU the ratio grows with the batch; there the best one counts. */
    boolean isGood() {
        return device == Device.CUDA ? bestOverSingle() >= least() : batchedOverSingle() >= least();
    }

    double least() {
        return device == Device.CUDA ? 50 : 1.2;
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "%s: batch %d ÷ one by one, both at their best, %.2f; ÷ naive %.2f; ÷ bare ONNX Runtime %.2f;"
                        + " best batch ÷ one by one %.2f (at least %.1f)",
                device,
                USUAL_BATCH,
                batchedOverSingle(),
                batchedOverNaive(),
                batchedOverBare(),
                bestOverSingle(),
                least());
    }

    private Rate best() {
        return Stream.concat(batched.stream(), Stream.of(usual))
                .max(Comparator.comparingDouble(Rate::windows))
                .orElseThrow();
    }
}
