package dev.vigia.app.sim.trade.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.trade.product.Category;
import dev.vigia.app.sim.trade.product.Pace;
import dev.vigia.app.sim.trade.product.Product;
import dev.vigia.app.sim.trade.product.Promotion;
import dev.vigia.app.sim.trade.product.Region;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeanDemandTest {

    private static final LocalDate START = CompanySettings.DEFAULT.start();
    private static final BigDecimal PRICE = new BigDecimal("100.00");
    private static final MarketState CALM = new MarketState(Map.of(), Map.of());

    private final MeanDemand mean = new MeanDemand(CompanySettings.DEFAULT);

    @Test
    void shouldPeakInItsSeasonWhenTheCategoryHasOne() {
        var heater = series(Category.HEATING, Region.RS, null);
        assertThat(week(heater, LocalDate.of(2024, 7, 15))).isGreaterThan(3 * week(heater, LocalDate.of(2024, 1, 22)));
    }

    @Test
    void shouldPeakHalfAYearLaterWhenTheRegionLiesOnTheOtherHemisphere() {
        var heater = series(Category.HEATING, Region.EX, null);
        assertThat(week(heater, LocalDate.of(2024, 1, 22))).isGreaterThan(2 * week(heater, LocalDate.of(2024, 7, 15)));
    }

    @Test
    void shouldFallWhenThePriceRisesMoreThanOthers() {
        var drill = series(Category.TOOLS, Region.SP, null);
        var usual = mean.of(drill, START, CALM, offer("100.00"));
        var dear = mean.of(drill, START, CALM, offer("110.00"));
        assertThat(dear / usual).isEqualTo(Math.pow(1.1, -Category.TOOLS.elasticity()), within(1e-9));
    }

    @Test
    void shouldFollowItsLevelWhenItHasWandered() {
        var drill = series(Category.TOOLS, Region.SP, null);
        var shifted = new MarketState(Map.of(drill.key(), Math.log(1.5)), Map.of());
        double before = mean.of(drill, START, CALM, offer("100.00"));
        assertThat(mean.of(drill, START, shifted, offer("100.00"))).isEqualTo(1.5 * before, within(1e-9));
    }

    @Test
    void shouldRiseAndThenDipWhenItIsPromoted() {
        // Given
        var drill = series(Category.TOOLS, Region.SP, null);
        var promotion = new Promotion(1, drill.product(), Region.SP, START, START.plusDays(6), 20, 1.8);
        // When
        double during = promotion.factor(Region.SP, START.plusDays(3));
        double after = promotion.factor(Region.SP, START.plusDays(8));
        // Then
        assertThat(during).isEqualTo(1.8);
        assertThat(after).isLessThan(1).isGreaterThan(0.7);
        assertThat(promotion.factor(Region.RS, START.plusDays(3))).isEqualTo(1);
        assertThat(promotion.factor(Region.SP, START.plusDays(30))).isEqualTo(1);
    }

    @Test
    void shouldBeNothingWhenTheProductIsNotYetOrNoLongerSold() {
        var end = START.plusWeeks(20);
        var drill = series(Category.TOOLS, Region.SP, end);
        assertThat(mean.quiet(drill, drill.product().launchedOn().minusDays(1))).isZero();
        assertThat(mean.quiet(drill, end.minusDays(3))).isPositive();
        assertThat(mean.quiet(drill, end)).isZero();
    }

    @Test
    void shouldRestWhenItIsADayOffExceptAbroad() {
        var tiradentes = LocalDate.of(2026, 4, 21);
        var dayAfter = tiradentes.plusDays(1);
        var here = series(Category.CABLES, Region.MG, null);
        var abroad = series(Category.CABLES, Region.EX, null);
        assertThat(mean.quiet(here, tiradentes)).isLessThan(0.2 * mean.quiet(here, dayAfter));
        assertThat(mean.quiet(abroad, tiradentes)).isGreaterThan(0.8 * mean.quiet(abroad, dayAfter));
    }

    @Test
    void shouldDrawBuyersWhenBlackFridayNears() {
        var drill = series(Category.TOOLS, Region.SP, null);
        assertThat(week(drill, LocalDate.of(2024, 11, 25))).isGreaterThan(1.4 * week(drill, LocalDate.of(2024, 11, 4)));
    }

    private double week(Series series, LocalDate monday) {
        return monday.datesUntil(monday.plusDays(7))
                .mapToDouble(day -> mean.quiet(series, day))
                .sum();
    }

    private static Offer offer(String price) {
        return new Offer(new BigDecimal(price), List.of(), START);
    }

    private static Series series(Category category, Region region, @Nullable LocalDate end) {
        var product = new Product(0, "X-1", category, Pace.FAST, PRICE, PRICE, START.minusYears(2), end);
        return new Series(product, region, 100, 0);
    }
}
