package dev.vigia.models.baseline;

import dev.vigia.models.demand.DemandContract;

/** The same week a year before, else two years before, else the last week that was seen. */
final class SeasonalNaive implements Rule {

    private static final int YEAR = 52;

    /** For every number of weeks the last that was seen among them, -1 where none was. */
    private final int[] lastSeen = new int[DemandContract.CONTEXT + 1];

    private Past past = new Past();
    private boolean errorsAreSeasonal;

    @Override
    public void learn(Past learned) {
        past = learned;
        lastSeen[0] = -1;
        int pairs = 0;
        for (int week = 0; week < past.weeks(); week++) {
            lastSeen[week + 1] = past.isSeen(week) ? week : lastSeen[week];
            pairs += past.isSeen(week) && aYearBefore(week, week) >= 0 ? 1 : 0;
        }
        errorsAreSeasonal = pairs >= PastErrors.ENOUGH;
    }

    @Override
    public double forecast(int step) {
        int before = aYearBefore(past.weeks() + step - 1, past.weeks());
        return before >= 0 ? past.value(before) : last(past.weeks());
    }

    /**
     * Before the second year begins there is nothing to hold a year's step against; until there is enough, the errors are
     * those of the last week that was seen, which tend to be the greater ones.
     */
    @Override
    public double wouldHaveForecast(int weeks, int step) {
        if (!errorsAreSeasonal) {
            return last(weeks);
        }
        int before = aYearBefore(weeks + step - 1, weeks);
        return before >= 0 ? past.value(before) : Double.NaN;
    }

    /** The nearest week whole years before one that was over by then and seen; -1 where there is none. */
    private int aYearBefore(int week, int over) {
        for (int before = week - YEAR; before >= 0; before -= YEAR) {
            if (before < over && past.isSeen(before)) {
                return before;
            }
        }
        return -1;
    }

    private double last(int weeks) {
        int last = lastSeen[weeks];
        return last < 0 ? 0 : past.value(last);
    }
}
