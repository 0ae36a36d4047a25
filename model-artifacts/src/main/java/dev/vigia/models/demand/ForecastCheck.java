package dev.vigia.models.demand;

import static dev.vigia.models.demand.DemandContract.MEANS;
import static dev.vigia.models.demand.DemandContract.QUANTILE_VALUES;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** Looks at every number of a forecast before anybody reads it: finite, not below zero, quantiles in their order. */
final class ForecastCheck {

    private static final int CHANNELS = DemandContract.CHANNELS.size();
    private static final int LEVELS = DemandContract.LEVELS.size();

    private ForecastCheck() {}

    static void check(DemandBatch batch, String scorer) {
        var means = batch.forecasts().means(batch.size());
        var quantiles = batch.forecasts().quantiles(batch.size());
        List<UnusableWindow> unusable = List.of();
        for (int i = 0; i < batch.size(); i++) {
            if (!areGood(means, i) || !areOrdered(quantiles, i)) {
                unusable = unusable.isEmpty() ? new ArrayList<>() : unusable;
                unusable.add(new UnusableWindow(i, batch.windows().series(i), wrong(means, quantiles, i)));
            }
        }
        UnusableWindowsException.throwIfAny(unusable, scorer + " made forecasts that cannot be true of", batch);
    }

    private static boolean areGood(FloatBuffer means, int window) {
        for (int i = window * MEANS; i < (window + 1) * MEANS; i++) {
            if (!isGood(means.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areOrdered(FloatBuffer quantiles, int window) {
        int end = (window + 1) * QUANTILE_VALUES;
        for (int i = window * QUANTILE_VALUES; i < end; i += LEVELS) {
            float below = 0;
            for (int level = 0; level < LEVELS; level++) {
                float value = quantiles.get(i + level);
                if (!(value >= below)) {
                    return false;
                }
                below = value;
            }
            if (!isGood(below)) {
                return false;
            }
        }
        return true;
    }

    /** Also not NaN; the greatest number that there is stands for what went beyond it. */
    private static boolean isGood(float value) {
        return value >= 0 && value < Float.MAX_VALUE;
    }

    private static String wrong(FloatBuffer means, FloatBuffer quantiles, int window) {
        for (int i = 0; i < MEANS; i++) {
            float mean = means.get(window * MEANS + i);
            if (!isGood(mean)) {
                return "the mean of " + place(i) + " is " + mean;
            }
        }
        for (int i = 0; i < QUANTILE_VALUES; i++) {
            int place = window * QUANTILE_VALUES + i;
            float value = quantiles.get(place);
            float below = i % LEVELS == 0 ? 0 : quantiles.get(place - 1);
            if (!isGood(value) || value < below) {
                return "the quantile " + DemandContract.LEVELS.get(i % LEVELS) + " of " + place(i / LEVELS) + " is "
                        + value + (value < below && value >= 0 ? ", and the one below it " + below : "");
            }
        }
        throw new IllegalStateException("window " + window + " was bad and is good now: two threads share a batch");
    }

    private static String place(int number) {
        return DemandContract.CHANNELS.get(number % CHANNELS) + " in week " + (number / CHANNELS + 1) + " ahead";
    }
}
