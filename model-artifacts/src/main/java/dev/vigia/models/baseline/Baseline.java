package dev.vigia.models.baseline;

import dev.vigia.models.demand.DemandBatch;
import dev.vigia.models.demand.DemandContract;
import dev.vigia.models.demand.DemandScorer;
import java.util.List;
import java.util.function.Supplier;

/**
 * Forecasts by a rule; its quantiles are the forecast plus those of its own errors in the window, so many weeks ahead.
 *
 * <p>Any number of threads may use one. It knows no regions and takes any history, also none.
 */
public final class Baseline implements DemandScorer {

    private final String name;
    private final Supplier<Rule> rule;

    private Baseline(String name, Supplier<Rule> rule) {
        this.name = name;
        this.rule = rule;
    }

    /** The same week a year before. */
    public static Baseline seasonalNaive() {
        return new Baseline("seasonal-naive", SeasonalNaive::new);
    }

    /** The mean of the last eight weeks. */
    public static Baseline movingAverage() {
        return new Baseline("moving-average", () -> new FlatRule(new MovingAverage()));
    }

    /** For demand that comes now and then. */
    public static Baseline croston() {
        return new Baseline("croston", () -> new FlatRule(new Croston()));
    }

    /** For demand that comes now and then and may have ended. */
    public static Baseline tsb() {
        return new Baseline("tsb", () -> new FlatRule(new Tsb()));
    }

    /** All of them, the one that others are measured against first. */
    public static List<Baseline> all() {
        return List.of(seasonalNaive(), movingAverage(), croston(), tsb());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void score(DemandBatch batch) {
        var desk = new Desk(batch, rule.get());
        for (int window = 0; window < batch.size(); window++) {
            for (int channel = 0; channel < DemandContract.CHANNELS.size(); channel++) {
                desk.forecast(window, channel);
            }
        }
        batch.release(name);
    }

    /** What one call works with. */
    private static final class Desk {

        private final DemandBatch batch;
        private final Rule rule;
        private final Past past = new Past();
        private final PastErrors errors = new PastErrors();

        Desk(DemandBatch batch, Rule rule) {
            this.batch = batch;
            this.rule = rule;
        }

        void forecast(int window, int channel) {
            past.load(batch.windows(), window, channel);
            rule.learn(past);
            errors.learn(past, rule);
            for (int week = 0; week < DemandContract.HORIZON; week++) {
                put(window, week, channel);
            }
        }

        private void put(int window, int week, int channel) {
            int step = week + 1;
            double forecast = rule.forecast(step);
            batch.forecasts().putMean(window, week, channel, (float) Math.max(forecast, 0));
            for (int level = 0; level < DemandContract.LEVELS.size(); level++) {
                double error = errors.quantile(DemandContract.LEVELS.get(level), step, forecast);
                batch.forecasts().putQuantile(window, week, channel, level, (float) Math.max(forecast + error, 0));
            }
        }
    }
}
