package dev.vigia.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.row.TableId;
import dev.vigia.schema.OrderStatus;
import dev.vigia.schema.SalesKind;
import dev.vigia.schema.SalesLine;
import dev.vigia.schema.SalesOrder;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A small mapping from its text to its records. */
class MappingTest {

    private static final String YAML = """
            # A shop.
            source: shop
            timezone: America/Sao_Paulo
            records:
              - to: sales.order.v1
                from: shop.orders
                key: [id]
                fields:
                  kind: { value: kind, map: { sale: SALE, return: RETURN } }
                  status: { value: state, map: { open: CONFIRMED, gone: CANCELLED }, otherwise: UNKNOWN }
                  soldAt: instant(ordered_at)
                  customer: hash(customer)
              - to: sales.line.v1
                from: shop.lines
                key: [order_id, no]
                where: sku is not null
                lookup:
                  unit: { from: shop.units, on: { code: unit } }
                fields:
                  product: sku
                  quantity: quantity * unit.factor
                  revenue: amount
            """;

    private static final Table ORDERS = Table.of(
            "shop.orders", "id! bigint, kind text, state text, ordered_at timestamptz, customer text, other text");
    private static final Table LINES = Table.of(
            "shop.lines", "order_id! bigint, no! integer, sku text, quantity numeric, unit text, amount numeric");
    private static final Table UNITS = Table.of("shop.units", "code! text, factor numeric");

    private final Mapping mapping = Mapping.parse("shop.yaml", YAML);
    private final Salt salt = Salt.of("s1", "a secret for tests only");
    private final Rule orders = rule(0);
    private final Rule lines = rule(1);

    private Rule rule(int place) {
        return mapping.bind(Table.shapes(ORDERS, LINES, UNITS), salt).get(place);
    }

    @Test
    void shouldSayWhatItReadsWhenParsed() {
        // Then
        assertThat(mapping.source()).isEqualTo("shop");
        assertThat(mapping.zone()).hasToString("America/Sao_Paulo");
        assertThat(mapping.tables()).map(TableId::toString).containsExactly("shop.lines", "shop.orders", "shop.units");
        assertThat(mapping.columns(TableId.parse("shop.orders")))
                .containsExactly("customer", "id", "kind", "ordered_at", "state");
        assertThat(mapping.hashedColumns(TableId.parse("shop.orders"))).containsExactly("customer");
        assertThat(mapping.hashedColumns(TableId.parse("shop.lines"))).isEmpty();
    }

    @Test
    void shouldMapAnOrderWhenItsValuesAreKnown() {
        // Given
        var at = Instant.parse("2024-03-05T12:30:00.123456Z");
        var row = ORDERS.row(new BigDecimal(42), "return", "odd", at, "C-1", "x");
        // When
        var made = (Made.Mapped) orders.make(row, Found.nothing());
        // Then
        var order = (SalesOrder) made.value();
        assertThat(made.key()).isEqualTo("42");
        assertThat(order.getOrderId()).isEqualTo("42");
        assertThat(order.getKind()).isEqualTo(SalesKind.RETURN);
        assertThat(order.getStatus()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(order.getSoldAt()).isEqualTo(Instant.parse("2024-03-05T12:30:00.123Z"));
        assertThat(order.getCustomer()).isEqualTo(salt.hash("C-1")).startsWith("s1:");
        assertThat(order.getCurrency()).isEmpty();
        assertThat(order.getSource()).isEqualTo("shop");
    }

    @Test
    void shouldMapALineWhenItsLookupFindsARow() {
        // Given
        var row = LINES.row(
                new BigDecimal(42), new BigDecimal(1), "P", new BigDecimal("2.5"), "BX", new BigDecimal("9.9"));
        var lookup = lines.lookups().get(0);
        // When
        var wanted = lookup.wanted(row, Found.nothing());
        var found = Found.nothing().and(lookup, java.util.List.of(UNITS.row("BX", new BigDecimal("12"))));
        var made = (Made.Mapped) lines.make(row, found);
        // Then
        assertThat(wanted).isEqualTo(java.util.List.of("BX"));
        assertThat(made.key()).isEqualTo("42|1");
        var line = (SalesLine) made.value();
        assertThat(line.getQuantity()).isEqualTo(new BigDecimal("30.000"));
        assertThat(line.getRevenue()).isEqualTo(new BigDecimal("9.90"));
        assertThat(line.getCancelled()).isFalse();
    }

    @Test
    void shouldExcludeOrRefuseWhenARowIsNotForIt() {
        // Given
        var none = LINES.row(new BigDecimal(42), new BigDecimal(1), null, new BigDecimal("2.5"), "BX", BigDecimal.ONE);
        var unfit = LINES.row(new BigDecimal(42), new BigDecimal(1), "P", null, "BX", new BigDecimal("1.005"));
        var units = Found.nothing().and(lines.lookups().get(0), java.util.List.of(UNITS.row("BX", BigDecimal.ONE)));
        // Then
        assertThat(lines.make(none, Found.nothing())).isEqualTo(new Made.Excluded("42|1"));
        assertThat(lines.make(unfit, units))
                .isEqualTo(new Made.Refused(
                        "42|1",
                        new Refusal(
                                "missing-value",
                                "quantity: there is no value, and the field needs one",
                                "shop.yaml:21 quantity")));
    }

    @Test
    void shouldReadTheKeyWhenOnlyItsColumnsAreThere() {
        // Given
        var before = LINES.only("order_id", "no").row(new BigDecimal("42.00"), new BigDecimal(7));
        // Then
        assertThat(lines.keyColumns()).containsExactly("no", "order_id");
        assertThat(lines.key(before)).isEqualTo(new Keyed.Key("42|7"));
        assertThat(lines.key(LINES.only("no").row(new BigDecimal(7))))
                .isInstanceOfSatisfying(
                        Keyed.Unreadable.class,
                        unreadable -> assertThat(unreadable.refusal().reason()).isEqualTo("missing-column"));
    }
}
