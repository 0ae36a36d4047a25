package dev.vigia.connect.mapping;

import java.util.List;

/** The tables that the shipped mappings of the simulated company read, as its databases declare them. */
final class Company {

    static final Table PRODUCT = Table.of("erp.product", """
            sku! text, description text, category text, family text, unit text, list_price numeric(18,2),
            cost numeric(18,2), launched_on date, discontinued_on date, status text, updated_at timestamptz""");
    static final Table ORDER = Table.of("erp.sales_order", """
            order_id! bigint, customer_id text, kind text, status text, ordered_at timestamptz, posted_at timestamptz,
            ship_to_region text, channel text, returned_order_id bigint, updated_at timestamptz""");
    static final Table LINE = Table.of("erp.sales_order_line", """
            order_id! bigint, line_no! integer, sku text, quantity numeric(18,3), unit_price numeric(18,2),
            discount numeric(18,2), amount numeric(18,2), currency text""");
    static final List<Table> ERP = List.of(PRODUCT, ORDER, LINE);

    static final Table WAREHOUSE = Table.of(
            "wms.warehouse",
            "warehouse! text, name text, city text, latitude double precision, longitude double precision,"
                    + " updated_at timestamptz");
    static final Table WAREHOUSE_REGION =
            Table.of("wms.warehouse_region", "region! text, warehouse text, updated_at timestamptz");
    static final Table POLICY = Table.of("wms.replenishment_policy", """
            warehouse! text, sku! text, minimum numeric(18,3), multiple numeric(18,3), lead_time_days integer,
            lead_time_spread_days integer, review_days integer, service_level double precision,
            updated_at timestamptz""");
    static final Table STOCK = Table.of(
            "wms.stock_level",
            "warehouse! text, sku! text, on_hand numeric(18,3), reserved numeric(18,3), updated_at timestamptz");
    static final Table PURCHASE = Table.of("wms.purchase_order", """
            purchase_order_id! bigint, warehouse text, supplier text, status text, ordered_at timestamptz,
            expected_on date, arrived_at timestamptz, updated_at timestamptz""");
    static final Table PURCHASE_LINE = Table.of(
            "wms.purchase_order_line",
            "purchase_order_id! bigint, line_no! integer, sku text, quantity numeric(18,3), received numeric(18,3)");
    static final List<Table> WMS = List.of(WAREHOUSE, WAREHOUSE_REGION, POLICY, STOCK, PURCHASE, PURCHASE_LINE);

    static final Table PLACE = Table.of(
            "plant.place",
            "code! text, site text, hall text, position integer, latitude double precision, longitude double precision");
    static final Table MACHINE = Table.of(
            "plant.machine",
            "id! text, name text, class text, place text, shifts text, rated_current double precision,"
                    + " installed_on date");
    static final Table CHANNEL = Table.of(
            "plant.channel",
            "machine! text, measure! text, unit text, low double precision, high double precision,"
                    + " readings_per_hour integer");
    static final Table STATE = Table.of("plant.operating_state", "machine! text, since! timestamptz, state text");
    static final Table WORK = Table.of("plant.maintenance_order", """
            id! text, machine text, kind text, failure_mode text, reported_at timestamptz, started_at timestamptz,
            finished_at timestamptz, text text""");
    static final List<Table> PLANT = List.of(PLACE, MACHINE, CHANNEL, STATE, WORK);

    static final Salt SALT = Salt.of("s1", "a secret for tests only");

    private Company() {}

    /** The rule of a shipped mapping for a topic. */
    static Rule rule(String mapping, List<Table> tables, String topic) {
        return rules(mapping, tables).stream()
                .filter(rule -> rule.topic().name().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    static List<Rule> rules(String mapping, List<Table> tables) {
        return MappingFiles.read(mapping).bind(Table.shapes(tables), SALT);
    }
}
