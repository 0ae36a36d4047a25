package dev.vigia.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.schema.ProductItem;
import dev.vigia.schema.StockLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The mapping of Odoo on rows of the shapes that Odoo 17 has. */
class OdooMappingTest {

    private static final Table ORDER = Table.of("public.sale_order", """
            id! integer, name varchar, state varchar, date_order timestamp, partner_id integer,
            partner_shipping_id integer, currency_id integer""");
    private static final Table LINE = Table.of("public.sale_order_line", """
            id! integer, order_id integer, product_id integer, product_uom integer, product_uom_qty numeric,
            price_subtotal numeric, display_type varchar, is_downpayment boolean""");
    private static final Table PRODUCT = Table.of(
            "public.product_product", "id! integer, default_code varchar, product_tmpl_id integer, active boolean");
    private static final Table TEMPLATE = Table.of(
            "public.product_template",
            "id! integer, name jsonb, categ_id integer, list_price numeric, uom_id integer, active boolean");
    private static final Table CATEGORY = Table.of("public.product_category", "id! integer, complete_name varchar");
    private static final Table UOM =
            Table.of("public.uom_uom", "id! integer, name jsonb, factor numeric, uom_type varchar");
    private static final Table PARTNER = Table.of("public.res_partner", "id! integer, name varchar, state_id integer");
    private static final Table STATE =
            Table.of("public.res_country_state", "id! integer, code varchar, country_id integer");
    private static final Table CURRENCY = Table.of("public.res_currency", "id! integer, name varchar");
    private static final Table QUANT = Table.of("public.stock_quant", """
            id! integer, product_id integer, location_id integer, quantity numeric, reserved_quantity numeric,
            write_date timestamp""");
    private static final Table LOCATION =
            Table.of("public.stock_location", "id! integer, complete_name varchar, usage varchar");
    private static final List<Table> TABLES =
            List.of(ORDER, LINE, PRODUCT, TEMPLATE, CATEGORY, UOM, PARTNER, STATE, CURRENCY, QUANT, LOCATION);

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final int UNITS = 1;
    private static final int DOZENS = 2;
    private static final List<String> REGIONS = List.of("SP", "RJ", "MG");

    private final Totals byHand = new Totals();
    private final Database database = new Database()
            .add(UOM.row(number(UNITS), "{\"en_US\": \"Units\"}", new BigDecimal("1.0"), "reference"))
            .add(UOM.row(number(DOZENS), "{\"en_US\": \"Dozens\"}", new BigDecimal("0.0833333333333333"), "bigger"))
            .add(CATEGORY.row(number(1), "All / Furniture"))
            .add(CURRENCY.row(number(6), "BRL"));

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    private static Rule rule(String topic) {
        return Company.rule("odoo", TABLES, topic);
    }

    private void catalogue() {
        for (int i = 0; i < REGIONS.size(); i++) {
            database.add(STATE.row(number(70 + i), REGIONS.get(i), number(31)));
            database.add(PARTNER.row(number(500 + i), "Somebody", number(70 + i)));
        }
        for (int i = 1; i <= 4; i++) {
            var name = "{\"en_US\": \"Desk " + i + "\", \"pt_BR\": \"Mesa " + i + "\"}";
            database.add(TEMPLATE.row(number(i + 100), name, number(1), new BigDecimal("99.90"), number(UNITS), true));
            database.add(PRODUCT.row(number(i), i == 4 ? null : "REF" + i, number(i + 100), true));
        }
    }

    @Test
    void shouldTotalWhatWasSoldAsCountedByHand() {
        // Given
        long seed = 4711;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        catalogue();
        for (int order = 1; order <= 300; order++) {
            sell(order, random);
        }
        // When
        var totals = Totals.of(database, rule("sales.order.v1"), rule("sales.line.v1"), ZONE);
        // Then
        assertThat(totals.cells()).hasSizeGreaterThan(100).isEqualTo(byHand.cells());
    }

    /** An order of up to four lines, and what of it counts. */
    private void sell(int order, Random random) {
        var state = List.of("draft", "sent", "sale", "sale", "sale", "done", "cancel")
                .get(random.nextInt(7));
        var at = LocalDateTime.of(2023, 12, 25, 0, 0).plusMinutes(random.nextInt(172_800));
        int region = random.nextInt(REGIONS.size());
        database.add(ORDER.row(number(order), "S" + order, state, at, number(900), number(500 + region), number(6)));
        boolean counts = List.of("sale", "done").contains(state);
        var week = at.atOffset(ZoneOffset.UTC)
                .atZoneSameInstant(ZONE)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (int line = 0; line < random.nextInt(5); line++) {
            sellLine(order, order * 10 + line, random, counts ? week : null, REGIONS.get(region));
        }
    }

    private void sellLine(
            int order, int id, Random random, @org.jspecify.annotations.Nullable LocalDate week, String region) {
        var product = random.nextInt(8) == 0 ? null : number(1 + random.nextInt(4));
        boolean isNote = product == null;
        boolean isDownPayment = random.nextInt(15) == 0;
        boolean inDozens = random.nextBoolean();
        var quantity = BigDecimal.valueOf(random.nextInt(6001) - 500, 3);
        var amount = BigDecimal.valueOf((long) quantity.signum() * random.nextInt(100_000), 2);
        database.add(LINE.row(
                number(id),
                number(order),
                product,
                isNote ? null : number(inDozens ? DOZENS : UNITS),
                quantity,
                amount,
                isNote ? "line_note" : null,
                isDownPayment));
        if (week == null || product == null || isDownPayment) {
            return;
        }
        var units = inDozens
                ? quantity.divide(new BigDecimal("0.0833333333333333"), 60, RoundingMode.HALF_EVEN)
                        .setScale(3, RoundingMode.HALF_EVEN)
                : quantity;
        if (quantity.signum() < 0) {
            byHand.cameBack(product.toString(), region, week, units, amount);
        } else {
            byHand.sold(product.toString(), region, week, units, amount);
        }
    }

    @Test
    void shouldNameProductsInPortugueseWithTheirReference() {
        // Given
        catalogue();
        // When
        var items = database.records(rule("product.item.v1"), ProductItem.class);
        // Then
        assertThat(items)
                .extracting(ProductItem::getProduct, ProductItem::getName, ProductItem::getUnit)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("1", "[REF1] Mesa 1", "EA"),
                        org.assertj.core.groups.Tuple.tuple("4", "Mesa 4", "EA"));
        assertThat(items.get(0).getCategory()).isEqualTo("All / Furniture");
    }

    @Test
    void shouldKeepStockOfInternalLocationsOnly() {
        // Given
        var at = LocalDateTime.of(2024, 3, 1, 12, 0);
        database.add(LOCATION.row(number(8), "WH/Stock", "internal"))
                .add(LOCATION.row(number(5), "Partners/Customers", "customer"))
                .add(QUANT.row(number(1), number(1), number(8), new BigDecimal("12.0"), new BigDecimal("2.0"), at))
                .add(QUANT.row(number(2), number(1), number(5), new BigDecimal("99.0"), BigDecimal.ZERO, at));
        // When
        var made = database.made(rule("stock.level.v1")).toList();
        // Then
        assertThat(made)
                .containsExactly(
                        new Made.Mapped(
                                "1|8",
                                new StockLevel(
                                        "1",
                                        "8",
                                        new BigDecimal("12.000"),
                                        new BigDecimal("2.000"),
                                        at.toInstant(ZoneOffset.UTC),
                                        "odoo")),
                        new Made.Excluded("1|5"));
    }
}
