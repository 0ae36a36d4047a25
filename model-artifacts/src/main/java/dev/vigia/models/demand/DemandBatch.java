package dev.vigia.models.demand;

import ai.onnxruntime.OrtException;
import org.jspecify.annotations.Nullable;

/**
 * Windows to be scored together, and the room for their forecasts; filled, scored, read and cleared again and again.
 *
 * <p>For one thread. A window takes 3.7 kB, all of it outside the heap.
 */
public final class DemandBatch implements AutoCloseable {

    private final int capacity;
    private final Windows windows;
    private final Forecasts forecasts;
    private @Nullable BatchTensors tensors;

    /** Takes the memory for so many windows. */
    public DemandBatch(int capacity) {
        this.capacity = capacity;
        this.windows = new Windows(capacity);
        this.forecasts = new Forecasts(capacity);
    }

    /**
     * Puts a window into it.
     *
     * @param series its name, for people
     * @param region its id, 0 where it is unknown
     * @param weeks units and revenue, week by week from the oldest; fewer than the context are padded on the left
     * @param observed for each value 1 where it was seen and 0 where it was not
     */
    public void add(String series, long region, float[] weeks, float[] observed) {
        forecasts.clear();
        windows.add(series, region, weeks, observed);
    }

    public void clear() {
        forecasts.clear();
        windows.clear();
    }

    public int size() {
        return windows.size();
    }

    public boolean isFull() {
        return windows.size() == capacity;
    }

    public Windows windows() {
        return windows;
    }

    public Forecasts forecasts() {
        return forecasts;
    }

    /** For scorers: lets the forecasts be read if each of them can be true, else refuses the batch. */
    public void release(String scorer) {
        ForecastCheck.check(this, scorer);
        forecasts.release(windows.size());
    }

    /** The tensors over the windows that are in it now; they are kept while the number of windows stays. */
    BatchTensors tensors() throws OrtException {
        var kept = tensors;
        if (kept != null && kept.size() == windows.size()) {
            return kept;
        }
        close();
        var made = BatchTensors.over(windows, forecasts);
        tensors = made;
        return made;
    }

    @Override
    public void close() {
        if (tensors != null) {
            tensors.close();
            tensors = null;
        }
    }
}
