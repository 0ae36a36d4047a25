package dev.vigia.app.sim.trade.demand;

import dev.vigia.app.sim.trade.product.Product;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How the life of a product bears on its demand: it takes hold after the launch and fades once its end is announced. */
final class Life {

    private static final double LEFT_AT_THE_END = 0.35;
    private static final double FIRST_SHARE = 0.15;
    private static final double DAYS_TO_TAKE_HOLD = 50;

    private Life() {}

    static double factor(Product product, LocalDate day) {
        if (day.isBefore(product.launchedOn()) || product.endsBefore(day)) {
            return 0;
        }
        long age = ChronoUnit.DAYS.between(product.launchedOn(), day);
        double hold = 1 - (1 - FIRST_SHARE) * Math.exp(-age / DAYS_TO_TAKE_HOLD);
        return hold * fading(product, day);
    }

    private static double fading(Product product, LocalDate day) {
        var announced = product.phasedOutOn();
        var end = product.discontinuedOn();
        if (announced == null || end == null || day.isBefore(announced)) {
            return 1;
        }
        double gone = (double) ChronoUnit.DAYS.between(announced, day) / ChronoUnit.DAYS.between(announced, end);
        return 1 - (1 - LEFT_AT_THE_END) * gone;
    }
}
