package dev.vigia.app.sim.trade.book;

import static dev.vigia.app.sim.trade.book.Columns.*;

import dev.vigia.app.sim.Table;
import java.util.List;

/** The tables of the ERP: products and their terms, customers, orders. */
public final class Erp {

    public static final Table PRODUCT = table(
            "erp.product",
            1,
            text("sku"),
            text("description"),
            text("category"),
            text("family"),
            text("unit"),
            money("list_price"),
            money("cost"),
            date("launched_on"),
            date("discontinued_on"),
            text("status"),
            instant("updated_at"));

    public static final Table PRODUCT_PRICE =
            table("erp.product_price", 2, text("sku"), date("valid_from"), money("list_price"));

    /** A promotion without a region holds everywhere. */
    public static final Table PROMOTION = table(
            "erp.promotion",
            1,
            bigint("promotion_id"),
            text("sku"),
            text("region"),
            date("starts_on"),
            date("ends_on"),
            integer("discount_percent"),
            instant("created_at"));

    /** Holds personal data: name, tax_id and email never leave the company. */
    public static final Table CUSTOMER = table(
            "erp.customer",
            1,
            text("customer_id"),
            text("name"),
            text("tax_id"),
            text("email"),
            text("city"),
            text("region"),
            text("channel"),
            instant("updated_at"));

    /** A return names the order whose goods come back; its quantities are positive, as its kind says enough. */
    public static final Table SALES_ORDER = table(
            "erp.sales_order",
            1,
            bigint("order_id"),
            text("customer_id"),
            text("kind"),
            text("status"),
            instant("ordered_at"),
            instant("posted_at"),
            text("ship_to_region"),
            text("channel"),
            bigint("returned_order_id"),
            instant("updated_at"));

    /** The discount is money off the line; amount is what remains. */
    public static final Table SALES_ORDER_LINE = table(
            "erp.sales_order_line",
            2,
            bigint("order_id"),
            integer("line_no"),
            text("sku"),
            quantity("quantity"),
            money("unit_price"),
            money("discount"),
            money("amount"),
            text("currency"));

    public static final List<Table> TABLES =
            List.of(PRODUCT, PRODUCT_PRICE, PROMOTION, CUSTOMER, SALES_ORDER, SALES_ORDER_LINE);

    private Erp() {}
}
