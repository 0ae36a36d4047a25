package dev.vigia.app.sim.trade.book;

import static dev.vigia.app.sim.trade.book.Columns.*;

import dev.vigia.app.sim.Table;
import java.util.List;

/** The tables of what was really true of demand: never captured, only compared with. */
public final class Truth {

    /**
     * Demand is what customers wanted and did not cancel: what they got, as the orders say once every mistake is
     * corrected, and the sales lost for want of stock. A day counts as out of stock when it begins with nothing to sell.
     */
    public static final Table DEMAND_WEEK = table(
            "truth.demand_week",
            3,
            text("sku"),
            text("region"),
            date("week_start"),
            real("mean_demand"),
            quantity("demand"),
            quantity("lost_sales"),
            integer("days_out_of_stock"));

    /** What changed the mean of demand, and by which factor; region ALL where it was so everywhere. */
    public static final Table DEMAND_EVENT = table(
            "truth.demand_event",
            4,
            text("kind"),
            text("sku"),
            text("region"),
            date("starts_on"),
            date("ends_on"),
            real("factor"));

    public static final List<Table> TABLES = List.of(DEMAND_WEEK, DEMAND_EVENT);

    private Truth() {}
}
