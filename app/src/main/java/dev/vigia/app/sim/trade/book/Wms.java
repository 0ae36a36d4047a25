package dev.vigia.app.sim.trade.book;

import static dev.vigia.app.sim.trade.book.Columns.*;

import dev.vigia.app.sim.Table;
import java.util.List;

/** The tables of the WMS: warehouses, what they hold, what moves, what is on its way to them. */
public final class Wms {

    public static final Table WAREHOUSE = table(
            "wms.warehouse",
            1,
            text("warehouse"),
            text("name"),
            text("city"),
            real("latitude"),
            real("longitude"),
            instant("updated_at"));

    /** Each region is served by one warehouse. */
    public static final Table WAREHOUSE_REGION =
            table("wms.warehouse_region", 1, text("region"), text("warehouse"), instant("updated_at"));

    public static final Table REPLENISHMENT_POLICY = table(
            "wms.replenishment_policy",
            2,
            text("warehouse"),
            text("sku"),
            quantity("minimum"),
            quantity("multiple"),
            integer("lead_time_days"),
            integer("lead_time_spread_days"),
            integer("review_days"),
            real("service_level"),
            instant("updated_at"));

    /** What is reserved is still on hand, and leaves the next day. */
    public static final Table STOCK_LEVEL = table(
            "wms.stock_level",
            2,
            text("warehouse"),
            text("sku"),
            quantity("on_hand"),
            quantity("reserved"),
            instant("updated_at"));

    /** Quantities carry a sign: what leaves is negative. */
    public static final Table STOCK_MOVEMENT = table(
            "wms.stock_movement",
            1,
            bigint("movement_id"),
            text("warehouse"),
            text("sku"),
            text("kind"),
            quantity("quantity"),
            text("reference"),
            instant("moved_at"));

    public static final Table PURCHASE_ORDER = table(
            "wms.purchase_order",
            1,
            bigint("purchase_order_id"),
            text("warehouse"),
            text("supplier"),
            text("status"),
            instant("ordered_at"),
            date("expected_on"),
            instant("arrived_at"),
            instant("updated_at"));

    public static final Table PURCHASE_ORDER_LINE = table(
            "wms.purchase_order_line",
            2,
            bigint("purchase_order_id"),
            integer("line_no"),
            text("sku"),
            quantity("quantity"),
            quantity("received"));

    public static final List<Table> TABLES = List.of(
            WAREHOUSE,
            WAREHOUSE_REGION,
            REPLENISHMENT_POLICY,
            STOCK_LEVEL,
            STOCK_MOVEMENT,
            PURCHASE_ORDER,
            PURCHASE_ORDER_LINE);

    private Wms() {}
}
