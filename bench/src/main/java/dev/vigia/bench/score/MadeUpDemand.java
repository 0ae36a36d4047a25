package dev.vigia.bench.score;

import dev.vigia.models.demand.DemandContract;
import java.util.Random;

/** Windows of made-up demand, each another, the same in every run. */
final class MadeUpDemand {

    private static final long SEED = 4;
    private static final int YEAR = 52;
    private static final float PRICE = 7.5f;

    /** A window's units and revenue, week by week. */
    final float[][] values;

    /** All seen but for some gaps. */
    final float[][] observed;

    MadeUpDemand(int windows) {
        var random = new Random(SEED);
        values = new float[windows][];
        observed = new float[windows][];
        for (int i = 0; i < windows; i++) {
            fill(i, random);
        }
    }

    private void fill(int window, Random random) {
        values[window] = new float[2 * DemandContract.CONTEXT];
        observed[window] = new float[2 * DemandContract.CONTEXT];
        double size = Math.exp(3 + 2 * random.nextGaussian());
        double phase = random.nextInt(YEAR);
        for (int week = 0; week < DemandContract.CONTEXT; week++) {
            double season = Math.sin(2 * Math.PI * (week + phase) / YEAR);
            float units = Math.round(size * Math.exp(0.3 * season + 0.2 * random.nextGaussian()));
            float seen = random.nextInt(30) == 0 ? 0 : 1;
            values[window][2 * week] = units * seen;
            values[window][2 * week + 1] = units * PRICE * seen;
            observed[window][2 * week] = seen;
            observed[window][2 * week + 1] = seen;
        }
    }
}
