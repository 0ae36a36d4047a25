package dev.vigia.models.baseline;

/** The mean of the last weeks that were seen. */
final class MovingAverage implements FlatRule.Level {

    /** Two months: short enough to follow a change, long enough to even out a week. */
    static final int WEEKS = 8;

    private final double[] last = new double[WEEKS];
    private int count;

    @Override
    public void clear() {
        count = 0;
    }

    @Override
    public void see(double value) {
        last[count % WEEKS] = value;
        count++;
    }

    @Override
    public double value() {
        int weeks = Math.min(count, WEEKS);
        double sum = 0;
        for (int i = 0; i < weeks; i++) {
            sum += last[i];
        }
        return weeks == 0 ? 0 : sum / weeks;
    }
}
