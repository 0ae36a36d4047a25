package dev.vigia.models.baseline;

import dev.vigia.models.demand.DemandContract;
import java.util.Arrays;

/**
 * By how much a rule was wrong in the past, for every number of steps ahead; reused from window to window.
 *
 * <p>Where a history is too short to have been wrong often enough so many steps ahead, the errors of fewer steps serve,
 * widened as those of a random walk widen.
 */
final class PastErrors {

    /** Fewer errors tell too little of how they spread. */
    static final int ENOUGH = 8;

    /** By step, from 1; each in order, from the smallest. */
    private final double[][] errors = new double[DemandContract.HORIZON + 1][DemandContract.CONTEXT];

    private final int[] counts = new int[DemandContract.HORIZON + 1];

    void learn(Past past, Rule rule) {
        for (int step = 1; step <= DemandContract.HORIZON; step++) {
            counts[step] = collect(past, rule, step);
            Arrays.sort(errors[step], 0, counts[step]);
        }
    }

    private int collect(Past past, Rule rule, int step) {
        int count = 0;
        for (int weeks = 1; weeks + step <= past.weeks(); weeks++) {
            int week = weeks + step - 1;
            double said = rule.wouldHaveForecast(weeks, step);
            if (past.isSeen(week) && !Double.isNaN(said)) {
                errors[step][count] = past.value(week) - said;
                count++;
            }
        }
        return count;
    }

    /**
     * What the error is at most, with this likelihood.
     *
     * @param forecast whose error it is; where nothing is known it may come to nothing or to twice as much
     */
    double quantile(double level, int step, double forecast) {
        int known = known(step);
        return known == 0
                ? Math.abs(forecast) * (2 * level - 1)
                : quantile(level, errors[known], counts[known]) * Math.sqrt((double) step / known);
    }

    /** The step whose errors serve: this one, the nearest before it with enough, else the one with the most. */
    private int known(int step) {
        for (int nearest = step; nearest >= 1; nearest--) {
            if (counts[nearest] >= ENOUGH) {
                return nearest;
            }
        }
        return counts[1] >= 2 ? 1 : 0;
    }

    /** Between neighbours, such that the smallest of n stands for a likelihood of 1 in n + 1. */
    private static double quantile(double level, double[] sorted, int count) {
        double place = Math.min(Math.max(level * (count + 1) - 1, 0), count - 1.0);
        int below = (int) place;
        int above = Math.min(below + 1, count - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
