package dev.vigia.app.sim.trade.book;

import dev.vigia.app.sim.RowChange;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that truly changed the mean of demand, from a morning on. */
public record Event(
        String kind, String sku, String region, @Nullable LocalDate until, double factor) {

    private static final String EVERYWHERE = "ALL";

    public static Event everywhere(String kind, String sku, double factor) {
        return new Event(kind, sku, EVERYWHERE, null, factor);
    }

    /** In one region, or everywhere when none is given. */
    public static Event in(@Nullable Enum<?> region, String kind, String sku, double factor) {
        return new Event(kind, sku, region == null ? EVERYWHERE : region.name(), null, factor);
    }

    public Event until(LocalDate end) {
        return new Event(kind, sku, region, end, factor);
    }

    public RowChange on(BusinessDay day) {
        return Rows.insert(day.morning(), Truth.DEMAND_EVENT, kind, sku, region, day.date(), until, factor);
    }
}
