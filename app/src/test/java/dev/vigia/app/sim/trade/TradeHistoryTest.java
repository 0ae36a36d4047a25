package dev.vigia.app.sim.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.trade.book.Erp;
import dev.vigia.app.sim.trade.book.Truth;
import dev.vigia.app.sim.trade.book.Wms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds in the whole history of the default company; keys, references, types and times are checked as it plays. */
class TradeHistoryTest {

    private static final CompanySettings SETTINGS = CompanySettings.DEFAULT;
    private static final int DAYS_UNTIL_BOOKS_ARE_RIGHT = 28;

    @SuppressWarnings("NullAway.Init")
    private static Ledgers ledgers;

    @BeforeAll
    static void play() {
        ledgers = Ledgers.of(SETTINGS, SETTINGS.weeks() * 7);
    }

    @Test
    void shouldBeOfThePlannedSizeWhenTheHistoryIsPlayed() {
        assertThat(ledgers.rows(Erp.SALES_ORDER_LINE)).hasSizeBetween(100_000, 250_000);
        assertThat(ledgers.rows(Erp.SALES_ORDER)).hasSizeBetween(50_000, 150_000);
        var weekly = ledgers.rows(Truth.DEMAND_WEEK).stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("sku") + row.text("region"),
                        Collectors.averagingDouble(row -> row.real("mean_demand"))));
        assertThat(weekly).hasSize(SETTINGS.products() * CompanySettings.REGIONS.size());
        assertThat(weekly.values())
                .anyMatch(mean -> mean < 1)
                .anyMatch(mean -> mean > 200)
                .allMatch(mean -> mean < 700);
    }

    @Test
    void shouldShowEveryPhenomenonWhenTheHistoryIsPlayed() {
        assertThat(ledgers.counts())
                .hasEntrySatisfying("erp.promotion INSERT", atLeast(60))
                .hasEntrySatisfying("erp.product INSERT", atLeast(30))
                .hasEntrySatisfying("erp.product UPDATE discontinued_on", atLeast(2))
                .hasEntrySatisfying("erp.product_price INSERT", atLeast(100))
                .hasEntrySatisfying("erp.sales_order UPDATE status", atLeast(1_000))
                .hasEntrySatisfying("erp.sales_order UPDATE ordered_at", atLeast(500))
                .hasEntrySatisfying("erp.sales_order UPDATE ship_to_region", atLeast(300))
                .hasEntrySatisfying("erp.sales_order_line UPDATE quantity", atLeast(1_000))
                .hasEntrySatisfying("erp.sales_order_line DELETE", atLeast(500))
                .hasEntrySatisfying("wms.purchase_order UPDATE expected_on", atLeast(100))
                .hasEntrySatisfying("wms.replenishment_policy UPDATE minimum", atLeast(200));
        assertThat(orders(order -> order.text("kind").equals("return"))).isGreaterThan(2_000);
        assertThat(orders(TradeHistoryTest::isPostedLate)).isGreaterThan(1_000);
    }

    @Test
    void shouldTellWhatTrulyHappenedWhenDemandChanges() {
        var kinds = ledgers.rows(Truth.DEMAND_EVENT).stream()
                .collect(Collectors.groupingBy(row -> row.text("kind"), Collectors.counting()));
        assertThat(kinds).containsOnlyKeys("level-shift", "launch", "end", "promotion", "price");
        assertThat(kinds.get("level-shift")).isBetween(15L, 100L);
    }

    @Test
    void shouldSellWhatIsDemandedExceptWhatIsLostWhenTheBooksAreRight() {
        // Given
        var sold = sold();
        var right = SETTINGS.firstLiveDay().minusDays(DAYS_UNTIL_BOOKS_ARE_RIGHT);
        var weeks = ledgers.rows(Truth.DEMAND_WEEK).stream()
                .filter(row -> row.date("week_start").isBefore(right))
                .toList();
        // Then
        assertThat(weeks).hasSizeGreaterThan(15_000).allSatisfy(row -> {
            var week = week(row.text("sku"), row.text("region"), row.date("week_start"));
            assertThat(sold.getOrDefault(week, BigDecimal.ZERO))
                    .as(week)
                    .isEqualByComparingTo(row.number("demand").subtract(row.number("lost_sales")));
        });
    }

    @Test
    void shouldDemandTheMeanWhenManyWeeksAreAddedUp() {
        double mean = ledgers.rows(Truth.DEMAND_WEEK).stream()
                .mapToDouble(row -> row.real("mean_demand"))
                .sum();
        double demand = ledgers.rows(Truth.DEMAND_WEEK).stream()
                .mapToDouble(row -> row.number("demand").doubleValue())
                .sum();
        assertThat(demand / mean).isEqualTo(1, within(0.015));
    }

    @Test
    void shouldRunOutOfStockNowAndThenWhenTheCompanyReplenishesItself() {
        var weeks = ledgers.rows(Truth.DEMAND_WEEK);
        double lost = weeks.stream()
                .filter(row -> row.number("lost_sales").signum() > 0)
                .count();
        assertThat(lost / weeks.size()).isBetween(0.015, 0.07);
        assertThat(weeks).anyMatch(row -> row.integer("days_out_of_stock") > 2);
    }

    @Test
    void shouldReturnNoMoreThanWasSoldWhenGoodsComeBack() {
        var returns = ledgers.rows(Erp.SALES_ORDER_LINE).stream()
                .filter(line -> order(line).text("kind").equals("return"))
                .toList();
        assertThat(returns)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.number("quantity"))
                        .isPositive()
                        .isLessThanOrEqualTo(soldOf(order(line).id("returned_order_id"), line.text("sku"))));
    }

    @Test
    void shouldPriceEveryLineToTheCentWhenItIsSold() {
        assertThat(ledgers.rows(Erp.SALES_ORDER_LINE)).allSatisfy(line -> {
            var gross =
                    line.number("unit_price").multiply(line.number("quantity")).setScale(2, RoundingMode.HALF_EVEN);
            assertThat(line.number("amount")).isEqualTo(gross.subtract(line.number("discount")));
            assertThat(line.number("quantity").scale()).isEqualTo(3);
        });
    }

    @Test
    void shouldHoldWhatMovedWhenStockIsCounted() {
        // Given
        var moved = new HashMap<String, BigDecimal>();
        new Trade(SETTINGS)
                .opening().stream()
                        .filter(change -> change.table().equals(Wms.STOCK_LEVEL))
                        .forEach(change ->
                                moved.put(shelf(Row.of(change)), Row.of(change).number("on_hand")));
        // When
        ledgers.rows(Wms.STOCK_MOVEMENT)
                .forEach(row -> moved.merge(shelf(row), row.number("quantity"), BigDecimal::add));
        // Then
        assertThat(ledgers.rows(Wms.STOCK_LEVEL))
                .allSatisfy(level -> assertThat(level.number("on_hand"))
                        .isEqualByComparingTo(moved.getOrDefault(shelf(level), BigDecimal.ZERO))
                        .isGreaterThanOrEqualTo(level.number("reserved")));
    }

    @Test
    void shouldStaySmallWhenTheStateIsWrittenDown() throws JsonProcessingException {
        var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        assertThat(json.writeValueAsString(ledgers.state())).hasSizeLessThan(200_000);
    }

    /** By series and week: what is left of the sales once cancelled orders are taken out. */
    private static Map<String, BigDecimal> sold() {
        var sold = new HashMap<String, BigDecimal>();
        for (var line : ledgers.rows(Erp.SALES_ORDER_LINE)) {
            var order = order(line);
            if (order.text("kind").equals("sale") && order.text("status").equals("confirmed")) {
                var day = order.instant("ordered_at").atZone(SETTINGS.zone()).toLocalDate();
                var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                var week = week(line.text("sku"), order.text("ship_to_region"), monday);
                sold.merge(week, line.number("quantity"), BigDecimal::add);
            }
        }
        return sold;
    }

    private static BigDecimal soldOf(long order, String sku) {
        return ledgers.lines(order).stream()
                .filter(line -> line.text("sku").equals(sku))
                .map(line -> line.number("quantity"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Consumer<Integer> atLeast(int least) {
        return count -> assertThat(count).isGreaterThanOrEqualTo(least);
    }

    private static long orders(Predicate<Row> what) {
        return ledgers.rows(Erp.SALES_ORDER).stream().filter(what).count();
    }

    private static boolean isPostedLate(Row order) {
        return order.instant("posted_at").isAfter(order.instant("ordered_at").plusSeconds(86_400));
    }

    private static Row order(Row line) {
        return ledgers.row(Erp.SALES_ORDER, line.id("order_id"));
    }

    private static String week(String sku, String region, LocalDate monday) {
        return sku + "|" + region + "|" + monday;
    }

    private static String shelf(Row row) {
        return row.text("warehouse") + "|" + row.text("sku");
    }
}
