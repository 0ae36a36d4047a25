package dev.vigia.models.baseline;

/** A way to forecast from the past alone. It remembers the past it learned, so each thread has its own. */
interface Rule {

    /** Looks at a past, all of it. */
    void learn(Past past);

    /** What it says at the end of the past of a week so many steps ahead, 1 for the next. */
    double forecast(int step);

    /**
     * What it would have said of that week in the same way when only so many weeks were over; NaN where it could not.
     *
     * @param weeks at least 1
     */
    double wouldHaveForecast(int weeks, int step);
}
