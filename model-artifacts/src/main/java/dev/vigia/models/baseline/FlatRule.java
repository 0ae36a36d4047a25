package dev.vigia.models.baseline;

import dev.vigia.models.demand.DemandContract;

/** A rule that says the same of every week ahead: a level, carried on from week to week. */
final class FlatRule implements Rule {

    /** A level that follows the weeks that were seen, one after the other. */
    interface Level {

        /** Forgets everything. */
        void clear();

        /** Takes the next week that was seen. */
        void see(double value);

        /** What it stands at. */
        double value();
    }

    private final Level level;
    private final double[] levels = new double[DemandContract.CONTEXT + 1];
    private int weeks;

    FlatRule(Level level) {
        this.level = level;
    }

    @Override
    public void learn(Past past) {
        level.clear();
        weeks = past.weeks();
        for (int week = 0; week < weeks; week++) {
            if (past.isSeen(week)) {
                level.see(past.value(week));
            }
            levels[week + 1] = level.value();
        }
    }

    /** Where nothing was ever seen it is zero. */
    @Override
    public double forecast(int step) {
        return weeks == 0 ? 0 : levels[weeks];
    }

    @Override
    public double wouldHaveForecast(int before, int step) {
        return levels[before];
    }
}
