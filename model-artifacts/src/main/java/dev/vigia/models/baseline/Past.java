package dev.vigia.models.baseline;

import dev.vigia.models.demand.DemandContract;
import dev.vigia.models.demand.Windows;

/** One channel of one window, from the first week that was seen; reused from window to window. */
final class Past {

    private final double[] values = new double[DemandContract.CONTEXT];
    private final boolean[] seen = new boolean[DemandContract.CONTEXT];
    private int weeks;

    void load(Windows windows, int window, int channel) {
        weeks = 0;
        for (int week = 0; week < DemandContract.CONTEXT; week++) {
            boolean observed = windows.isObserved(window, week, channel);
            if (observed || weeks > 0) {
                values[weeks] = windows.value(window, week, channel);
                seen[weeks] = observed;
                weeks++;
            }
        }
    }

    /** How many there are, those included that were not seen. */
    int weeks() {
        return weeks;
    }

    boolean isSeen(int week) {
        return seen[week];
    }

    double value(int week) {
        return values[week];
    }
}
