package dev.vigia.app.sim.trade.product;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A product sold cheaper for a week or two.
 *
 * @param region where it holds; null where it holds everywhere
 * @param uplift the factor by which it truly raises demand while it runs
 */
public record Promotion(
        long id,
        Product product,
        @Nullable Region region,
        LocalDate startsOn,
        LocalDate endsOn,
        int discountPercent,
        double uplift) {

    private static final int DAYS_ANNOUNCED_BEFORE = 14;
    private static final int DAYS_OF_FULL_SHELVES = 14;
    private static final double DEEPEST_DIP = 0.22;

    public LocalDate announcedOn() {
        return startsOn.minusDays(DAYS_ANNOUNCED_BEFORE);
    }

    public boolean runs(Region where, LocalDate day) {
        return holdsIn(where) && !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }

    /** Up while it runs; then down, fading over two weeks, as customers first use up what they bought. */
    public double factor(Region where, LocalDate day) {
        if (runs(where, day)) {
            return uplift;
        }
        long since = day.toEpochDay() - endsOn.toEpochDay();
        boolean dips = holdsIn(where) && since > 0 && since <= DAYS_OF_FULL_SHELVES;
        return dips ? 1 - DEEPEST_DIP * (1 - (since - 1.0) / DAYS_OF_FULL_SHELVES) : 1;
    }

    private boolean holdsIn(Region where) {
        return region == null || region == where;
    }
}
