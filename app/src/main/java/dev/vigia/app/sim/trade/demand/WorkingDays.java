package dev.vigia.app.sim.trade.demand;

import dev.vigia.app.sim.trade.product.Region;
import java.time.LocalDate;

/** How a week's demand falls on its days, and how little of it is left on a day off. */
final class WorkingDays {

    private static final double[] SHARES = {0.185, 0.200, 0.200, 0.195, 0.170, 0.042, 0.008};
    private static final double LEFT_ON_A_DAY_OFF = 0.12;

    private WorkingDays() {}

    static double share(Region region, LocalDate day) {
        double share = SHARES[day.getDayOfWeek().getValue() - 1];
        return !region.isAbroad() && Holidays.isDayOff(day) ? share * LEFT_ON_A_DAY_OFF : share;
    }
}
