package dev.vigia.bench.score;

import dev.vigia.models.onnx.Device;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How the ways compare on one device. */
record Standing(Device device, List<Rate> batched, Rate single, Rate naive, Rate bare) {

    /** The batch that stands for all. */
    static final int USUAL_BATCH = 256;

    double batchedOverSingle() {
        return usual().windows() / single.windows();
    }

    double batchedOverNaive() {
        return usual().windows() / naive.windows();
    }

    double batchedOverBare() {
        return usual().windows() / bare.windows();
    }

    double bestOverSingle() {
        return best().windows() / single.windows();
    }

    Rate usual() {
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
                "%s: batch %d ÷ best one by one %.2f, ÷ naive %.2f, ÷ bare ONNX Runtime %.2f;"
                        + " best batch ÷ best one by one %.2f (at least %.1f)",
                device,
                USUAL_BATCH,
                batchedOverSingle(),
                batchedOverNaive(),
                batchedOverBare(),
                bestOverSingle(),
                least());
    }

    private Rate best() {
        return batched.stream().max(Comparator.comparingDouble(Rate::windows)).orElseThrow();
    }
}
