package dev.vigia.models.demand;

import static dev.vigia.models.demand.DemandContract.MEANS;
import static dev.vigia.models.demand.DemandContract.QUANTILE_VALUES;

import java.nio.FloatBuffer;

/**
 * The forecasts of a batch, read where the scorer wrote them.
 *
 * <p>For one thread. Nothing can be read that was not scored and found good.
 */
public final class Forecasts {

    private static final int CHANNELS = DemandContract.CHANNELS.size();
    private static final int LEVELS = DemandContract.LEVELS.size();

    private final FloatBuffer means;
    private final FloatBuffer quantiles;
    private int readable;

    Forecasts(int capacity) {
        means = Memory.floats((long) capacity * MEANS);
        quantiles = Memory.floats((long) capacity * QUANTILE_VALUES);
    }

    /** A mean; {@code week} counts from the first after the window, 0 to {@link DemandContract#HORIZON}. */
    public float mean(int window, int week, int channel) {
        requireReadable(window);
        return means.get(place(window, week, channel));
    }

    /** A quantile; {@code level} is its place in {@link DemandContract#LEVELS}. */
    public float quantile(int window, int week, int channel, int level) {
        requireReadable(window);
        return quantiles.get(place(window, week, channel) * LEVELS + level);
    }

    /** For scorers: what is read later. */
    public void putMean(int window, int week, int channel, float value) {
        means.put(place(window, week, channel), value);
    }

    /** For scorers: what is read later. */
    public void putQuantile(int window, int week, int channel, int level, float value) {
        quantiles.put(place(window, week, channel) * LEVELS + level, value);
    }

    void clear() {
        readable = 0;
    }

    void release(int windows) {
        readable = windows;
    }

    FloatBuffer means(int windows) {
        return means.slice(0, windows * MEANS);
    }

    FloatBuffer quantiles(int windows) {
        return quantiles.slice(0, windows * QUANTILE_VALUES);
    }

    private void requireReadable(int window) {
        if (window >= readable) {
            throw new IllegalStateException(
                    "window " + window + " has no forecast: the batch was not scored, or in vain");
        }
    }

    private static int place(int window, int week, int channel) {
        return window * MEANS + week * CHANNELS + channel;
    }
}
