package dev.vigia.models.demand;

import static dev.vigia.models.demand.DemandContract.CONTEXT;
import static dev.vigia.models.demand.DemandContract.WINDOW;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/**
 * The windows of a batch, as tensors in memory that ONNX Runtime reads in place.
 *
 * <p>For one thread.
 */
public final class Windows {

    private static final int CHANNELS = DemandContract.CHANNELS.size();

    private final String[] series;
    private final FloatBuffer values;
    private final FloatBuffer observed;
    private final LongBuffer regions;
    private final float[] window = new float[WINDOW];
    private int size;

    Windows(int capacity) {
        series = new String[capacity];
        values = Memory.floats((long) capacity * WINDOW);
        observed = Memory.floats((long) capacity * WINDOW);
        regions = Memory.longs(capacity);
    }

    public int size() {
        return size;
    }

    public String series(int window) {
        return series[window];
    }

    public long region(int window) {
        return regions.get(window);
    }

    /** A value; {@code week} counts from the oldest, 0 to {@link DemandContract#CONTEXT}. */
    public float value(int window, int week, int channel) {
        return values.get(place(window, week, channel));
    }

    public boolean isObserved(int window, int week, int channel) {
        return observed(window, week, channel) != 0;
    }

    float observed(int window, int week, int channel) {
        return observed.get(place(window, week, channel));
    }

    void clear() {
        size = 0;
    }

    void add(String name, long region, float[] weeks, float[] seen) {
        requireFits(name, weeks, seen);
        series[size] = name;
        regions.put(size, region);
        int padding = WINDOW - weeks.length;
        pad(padding);
        System.arraycopy(seen, 0, window, padding, seen.length);
        observed.put(size * WINDOW, window);
        for (int i = 0; i < weeks.length; i++) {
            window[padding + i] = seen[i] == 0 ? 0 : weeks[i];
        }
        values.put(size * WINDOW, window);
        size++;
    }

    /** The values of so many windows. */
    FloatBuffer values() {
        return values.slice(0, size * WINDOW);
    }

    FloatBuffer observed() {
        return observed.slice(0, size * WINDOW);
    }

    LongBuffer regions() {
        return regions.slice(0, size);
    }

    private void pad(int padding) {
        for (int i = 0; i < padding; i++) {
            window[i] = 0;
        }
    }

    private void requireFits(String name, float[] weeks, float[] seen) {
        if (size == series.length) {
            throw new IllegalStateException("the batch is full with " + size + " windows: score it and clear it");
        }
        if (weeks.length != seen.length || weeks.length % CHANNELS != 0 || weeks.length > WINDOW) {
            throw new IllegalArgumentException(name + " has " + weeks.length + " values and " + seen.length
                    + " marks whether they were seen: give " + CHANNELS + " of each for at most " + CONTEXT + " weeks");
        }
    }

    private static int place(int window, int week, int channel) {
        return window * WINDOW + week * CHANNELS + channel;
    }
}
