package dev.vigia.domain;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Up to where the weeks of a series are closed, and what else bears on them.
 *
 * @param through the newest week of the business that has closed
 * @param lastOnSale the week in which the product was discontinued; null while it is sold
 * @param availability whether the product could be bought in a week
 */
public record Closing(
        BusinessWeek through, @Nullable BusinessWeek lastOnSale, Function<BusinessWeek, Availability> availability) {

    /** Of a product that is sold and always there. */
    public static Closing through(BusinessWeek week) {
        return new Closing(week, null, any -> Availability.FULL);
    }

    /** The oldest week that is kept. */
    BusinessWeek oldest() {
        return through.plus(1 - SeriesHistory.LENGTH);
    }

    /** Whether a week after this one is to be told though nothing was sold in it. */
    boolean goesOnAfter(BusinessWeek week) {
        return through.isAfter(week) && (lastOnSale == null || lastOnSale.isAfter(week));
    }
}
