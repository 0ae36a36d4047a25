package dev.vigia.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.expression.Reason;
import dev.vigia.connect.row.Unusable;
import dev.vigia.schema.SalesLine;
import dev.vigia.schema.SupplyPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fields take of what rows have, and what they refuse. */
class FieldValuesTest {

    private static final Table LINES = Table.of(
            "shop.lines", "id! text, no! integer, sku text, quantity numeric, amount numeric, kind text, sold boolean");
    private static final Table ORDERS = Table.of("shop.orders", "id! text, at timestamptz, day date, customer text");
    private static final Table POLICIES =
            Table.of("shop.policies", "id! text, days numeric, level numeric, review numeric");
    private static final String YAML = """
            source: shop
            timezone: America/Sao_Paulo
            dates: { from: 2000-01-01 }
            records:
              - to: sales.line.v1
                from: shop.lines
                key: [id, no]
                fields:
                  product: sku
                  quantity: quantity
                  revenue: amount * 1
                  kind: { value: kind, map: { s: SALE, null: RETURN } }
                  cancelled: not sold
              - to: sales.order.v1
                from: shop.orders
                key: [id]
                fields: { soldAt: instant(at), customer: hash(customer) }
              - to: supply.policy.v1
                from: shop.policies
                key: [id, id]
                fields: { leadTimeDays: days, serviceLevel: level, reviewDays: review }
            """;

    private static final List<Rule> RULES =
            Mapping.parse("shop.yaml", YAML).bind(Table.shapes(LINES, ORDERS, POLICIES), Company.SALT);

    private static Made made(int rule, Table table, @Nullable Object... values) {
        return RULES.get(rule).make(table.row(values), Found.nothing());
    }

    private static Made line(
            @Nullable Object sku, @Nullable Object quantity, @Nullable Object amount, @Nullable Object kind) {
        return made(0, LINES, "A", BigDecimal.ONE, sku, quantity, amount, kind, null);
    }

    private static SalesLine mapped(Made made) {
        assertThat(made).isInstanceOf(Made.Mapped.class);
        return (SalesLine) ((Made.Mapped) made).value();
    }

    private static Refusal refused(Made made) {
        assertThat(made).isInstanceOf(Made.Refused.class);
        return ((Made.Refused) made).refusal();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 1.500",
        "1.5000000, 1.500",
        "-0.001, -0.001",
        "1e3, 1000.000",
        "123456789012345, 123456789012345.000"
    })
    void shouldTakeAColumnWhoseDigitsFit(BigDecimal quantity, BigDecimal expected) {
        assertThat(mapped(line("P", quantity, BigDecimal.ONE, "s")).getQuantity())
                .isEqualTo(expected);
    }

    @Test
    void shouldRefuseAColumnWhoseDigitsDoNotFit() {
        assertThat(refused(line("P", number("1.0005"), BigDecimal.ONE, "s")))
                .isEqualTo(new Refusal(
                        "does-not-fit", "quantity: \"1.0005\" has more than 3 decimals", "shop.yaml:10 quantity"));
        assertThat(refused(line("P", number("1e15"), BigDecimal.ONE, "s")).detail())
                .isEqualTo("quantity: \"1E+15\" has more than 15 digits before the point");
    }

    @Test
    void shouldRoundWhatWasComputedHalfToEven() {
        // Given
        long seed = 99;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        assertThat(mapped(line("P", BigDecimal.ONE, number("2.345"), "s")).getRevenue())
                .isEqualTo(number("2.34"));
        for (int i = 0; i < 1000; i++) {
            var amount = BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, 3 + random.nextInt(3));
            // Then
            assertThat(mapped(line("P", BigDecimal.ONE, amount, "s")).getRevenue())
                    .isEqualTo(amount.setScale(2, RoundingMode.HALF_EVEN));
        }
    }

    @Test
    void shouldSayWhenAValueIsMissingOrUnknown() {
        assertThat(refused(line("P", null, BigDecimal.ONE, "s")).reason()).isEqualTo("missing-value");
        assertThat(refused(line("P", BigDecimal.ONE, BigDecimal.ONE, "x")))
                .isEqualTo(new Refusal("unmapped-value", "kind: \"x\" is not in the map", "shop.yaml:12 kind"));
        assertThat(refused(line("P", new Unusable("NaN", "not-a-number", "it is NaN"), BigDecimal.ONE, "s")))
                .isEqualTo(new Refusal(
                        "not-a-number", "quantity: column \"quantity\": it is NaN", "shop.yaml:10 quantity"));
    }

    @Test
    void shouldTakeNullWhereTheFieldMayBeNullOrHasADefault() {
        // When
        var line = mapped(line(null, BigDecimal.ONE, BigDecimal.ONE, null));
        // Then
        assertThat(line.getProduct()).isNull();
        assertThat(line.getKind()).hasToString("RETURN");
        assertThat(line.getCancelled()).isFalse();
        assertThat(line.getUnit()).isEmpty();
    }

    @Test
    void shouldCleanTextAndRefuseWhatCannotBeCleaned() {
        assertThat(mapped(line("a\tb\r\nc", BigDecimal.ONE, BigDecimal.ONE, "s"))
                        .getProduct())
                .isEqualTo("a b  c");
        assertThat(mapped(line("a😀", BigDecimal.ONE, BigDecimal.ONE, "s")).getProduct())
                .isEqualTo("a😀");
        assertThat(refused(line("a\u0000", BigDecimal.ONE, BigDecimal.ONE, "s")).reason())
                .isEqualTo("control-characters");
        assertThat(refused(line("a\u009f", BigDecimal.ONE, BigDecimal.ONE, "s")).reason())
                .isEqualTo("control-characters");
        assertThat(refused(line("\ud83d", BigDecimal.ONE, BigDecimal.ONE, "s")).reason())
                .isEqualTo("unreadable");
        assertThat(refused(line("\ude00\ud83d", BigDecimal.ONE, BigDecimal.ONE, "s"))
                        .reason())
                .isEqualTo("unreadable");
        assertThat(refused(line("x".repeat(100_001), BigDecimal.ONE, BigDecimal.ONE, "s"))
                        .reason())
                .isEqualTo("too-large");
    }

    @Test
    void shouldRefuseKeysThatAreNone() {
        assertThat(refused(made(1, ORDERS, "x".repeat(501), null, null, null)).reason())
                .isEqualTo("too-long");
        assertThat(refused(made(1, ORDERS, "", null, null, null)).reason()).isEqualTo("missing-value");
        assertThat(refused(made(1, ORDERS, null, null, null, null)))
                .isEqualTo(new Refusal("missing-value", "key: there is no orderId", "shop.yaml:16 key"));
        assertThat(refused(made(1, ORDERS, "a\u0007", null, null, null)).reason())
                .isEqualTo("control-characters");
        assertThat(made(1, ORDERS, "a|b%", null, null, null))
                .isInstanceOfSatisfying(
                        Made.Mapped.class, made -> assertThat(made.key()).isEqualTo("a%7Cb%25"));
    }

    @ParameterizedTest
    @CsvSource({
        "1999-12-31T23:59:59-02:00, false",
        "2000-01-01T00:00:00-02:00, true",
        "2099-12-31T23:59:59-03:00, true",
        "2100-01-01T00:00:00-03:00, false",
        "1970-01-01T00:00:00Z, false",
        "2999-01-01T00:00:00Z, false",
    })
    void shouldBelieveOnlyDatesInRange(String at, boolean believed) {
        // When
        var made = made(1, ORDERS, "1", OffsetDateTime.parse(at).toInstant(), null, null);
        // Then
        assertThat(made).isInstanceOf(believed ? Made.Mapped.class : Made.Refused.class);
        if (!believed) {
            assertThat(refused(made).reason()).isEqualTo("out-of-range");
        }
    }

    @Test
    void shouldTakeNumbersIntoIntegersAndDoublesWhereTheyFit() {
        // When
        var policy = (SupplyPolicy)
                ((Made.Mapped) made(2, POLICIES, "P", number("2.5"), number("0.95"), number("7.0"))).value();
        // Then
        assertThat(policy.getLeadTimeDays()).isEqualTo(2.5);
        assertThat(policy.getReviewDays()).isEqualTo(7);
        assertThat(refused(made(2, POLICIES, "P", number("2"), number("1"), number("7.5")))
                        .reason())
                .isEqualTo("does-not-fit");
        assertThat(refused(made(2, POLICIES, "P", number("2"), number("1"), number("3000000000")))
                        .reason())
                .isEqualTo("does-not-fit");
        assertThat(refused(made(2, POLICIES, "P", number("1e900"), number("1"), number("7")))
                        .reason())
                .isEqualTo("does-not-fit");
    }

    @Test
    void shouldNotSayTheCustomerWhenTheyCannotBeHashed() {
        // When
        var refusal = refused(
                made(1, ORDERS, "1", null, LocalDate.EPOCH, new Unusable("Ms Silva", "unreadable", "Ms Silva?")));
        // Then
        assertThat(refusal)
                .isEqualTo(new Refusal(
                        "unreadable",
                        "customer: column \"customer\": its value cannot be used",
                        "shop.yaml:17 customer"));
    }

    @Test
    void shouldSurviveRowsOfAnyKindOfRubbish() {
        // Given
        long seed = 31337;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var rubbish = new Object[] {
            null,
            "x",
            "",
            "\u0001",
            number("1e-900"),
            number("1e999999"),
            true,
            LocalDate.MAX,
            Instant.MAX,
            Instant.MIN,
            new Unusable("NaN", "not-a-number", "it is NaN"),
            new byte[3],
            BigDecimal.TEN,
            "s"
        };
        var codes = Arrays.stream(Reason.values()).map(Reason::code).toList();
        for (int i = 0; i < 5000; i++) {
            var values = new Object[LINES.shape().columns().size()];
            for (int j = 0; j < values.length; j++) {
                values[j] = rubbish[random.nextInt(rubbish.length)];
            }
            // Then
            var made = made(random, values);
            if (made instanceof Made.Refused refused) {
                assertThat(refused.refusal().reason()).isIn(codes);
            }
        }
    }

    private Made made(Random random, @Nullable Object[] values) {
        int rule = random.nextInt(3);
        var table = List.of(LINES, ORDERS, POLICIES).get(rule);
        var some = Arrays.copyOf(values, table.shape().columns().size());
        return RULES.get(rule).make(table.row(some), Found.nothing());
    }
}
