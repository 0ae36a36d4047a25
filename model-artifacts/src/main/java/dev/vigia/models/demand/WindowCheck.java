package dev.vigia.models.demand;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks at windows before a model does: a graph may take a region of -1 for the last one, and make a forecast of NaN.
 *
 * @param lastRegion the greatest id that the model knows
 * @param minimumWeeks with units observed that a window must have
 */
record WindowCheck(int lastRegion, int minimumWeeks) {

    void check(DemandBatch batch, String model) {
        var windows = batch.windows();
        List<UnusableWindow> unusable = List.of();
        for (int i = 0; i < windows.size(); i++) {
            var what = wrong(windows, i);
            if (!what.isEmpty()) {
                unusable = unusable.isEmpty() ? new ArrayList<>() : unusable;
                unusable.add(new UnusableWindow(i, windows.series(i), what));
            }
        }
        UnusableWindowsException.throwIfAny(unusable, model + " cannot score", batch);
    }

    private String wrong(Windows windows, int window) {
        long region = windows.region(window);
        if (region < 0 || region > lastRegion) {
            return "its region is " + region + ", and the model knows 0 to " + lastRegion;
        }
        int weeks = 0;
        for (int week = 0; week < DemandContract.CONTEXT; week++) {
            weeks += windows.isObserved(window, week, DemandContract.UNITS) ? 1 : 0;
            for (int channel = 0; channel < DemandContract.CHANNELS.size(); channel++) {
                if (!isGood(windows.value(window, week, channel), windows.observed(window, week, channel))) {
                    return wrong(windows, window, week, channel);
                }
            }
        }
        return weeks < minimumWeeks ? weeks + " weeks were observed, and the model needs " + minimumWeeks : "";
    }

    private static boolean isGood(float value, float observed) {
        return Math.abs(value) <= Float.MAX_VALUE && (observed == 0 || observed == 1);
    }

    private static String wrong(Windows windows, int window, int week, int channel) {
        float observed = windows.observed(window, week, channel);
        var place = DemandContract.CHANNELS.get(channel) + " of week " + (week + 1) + " of " + DemandContract.CONTEXT;
        return observed == 0 || observed == 1
                ? place + " are " + windows.value(window, week, channel)
                : place + " are marked " + observed + ", and a mark is 1 for seen or 0 for not seen";
    }
}
