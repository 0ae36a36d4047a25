package dev.vigia.app.sim.trade.demand;

import dev.vigia.app.sim.trade.product.Category;
import dev.vigia.app.sim.trade.product.Region;
import java.time.LocalDate;

/**
 * The year of a category as a wave, with a second one that sharpens its peak.
 *
 * @param peak day of the year, in São Paulo
 * @param amplitude of the logarithm of demand
 */
record Season(int peak, double amplitude) {

    private static final double DAYS = 365.25;
    private static final double SHARPNESS = 0.22;

    static Season of(Category category) {
        return switch (category) {
            case COOLING -> new Season(8, 0.58);
            case HEATING -> new Season(180, 0.62);
            case PUMPS -> new Season(255, 0.25);
            case TOOLS -> new Season(310, 0.08);
            case CABLES -> new Season(275, 0.14);
            case PARTS -> new Season(90, 0.04);
        };
    }

    double factor(Region region, LocalDate day) {
        double angle = 2 * Math.PI * (day.getDayOfYear() - peak - region.lagDays()) / DAYS;
        return Math.exp(amplitude * region.climate() * (Math.cos(angle) + SHARPNESS * Math.cos(2 * angle)));
    }
}
