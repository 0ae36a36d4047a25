package dev.vigia.app.sim.trade.demand;

import dev.vigia.app.sim.Draws;
import dev.vigia.app.sim.trade.book.BusinessDay;
import dev.vigia.app.sim.trade.book.Dice;
import dev.vigia.app.sim.trade.product.Pace;

/** What chance makes of a mean: restless weeks and days for what sells often, rare lumps for what does not. */
record Chance(Draws draws) {

    /** In steps of the category. */
    int steps(Series series, BusinessDay day, double mean) {
        var dice = Dice.of(draws, "demand", series.key(), day.date());
        return series.product().pace() == Pace.SLOW
                ? lumps(series.product().pace(), mean, dice)
                : dice.poisson(mean
                        * week(series, day)
                        * dice.wobble(series.product().pace().dayDeviation()));
    }

    private double week(Series series, BusinessDay day) {
        return Dice.of(draws, "restless", series.key(), day.week())
                .wobble(series.product().pace().weekDeviation());
    }

    /** Customers who come rarely, each taking at least one and on average the size of a lump. */
    private static int lumps(Pace pace, double mean, Dice dice) {
        int steps = 0;
        for (int customers = dice.poisson(mean / pace.lineSize()); customers > 0; customers--) {
            steps += 1 + dice.poisson(pace.lineSize() - 1);
        }
        return steps;
    }
}
