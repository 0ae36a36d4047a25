package dev.vigia.app.sim.trade.product;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A product: what it is, what it cost when it began, and its life.
 *
 * @param index its place in the catalogue, from 0
 */
public record Product(
        int index,
        String sku,
        Category category,
        Pace pace,
        BigDecimal firstPrice,
        BigDecimal cost,
        LocalDate launchedOn,
        @Nullable LocalDate discontinuedOn) {

    private static final int DAYS_KNOWN_BEFORE = 35;
    private static final int DAYS_FADING = 84;

    public String family() {
        return category.families()
                .get(index / Category.values().length % category.families().size());
    }

    public String description() {
        return family() + " " + (100 + 7 * index);
    }

    /** When it enters the books, so that stock can be ordered before the launch. */
    public LocalDate introducedOn() {
        return launchedOn.minusDays(DAYS_KNOWN_BEFORE);
    }

    /** When its end is announced; from then on it fades. */
    public @Nullable LocalDate phasedOutOn() {
        return discontinuedOn == null ? null : discontinuedOn.minusDays(DAYS_FADING);
    }

    public boolean endsBefore(LocalDate day) {
        return discontinuedOn != null && !day.isBefore(discontinuedOn);
    }
}
