package dev.vigia.app.sim.trade.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Draws;
import dev.vigia.app.sim.trade.book.BusinessDay;
import dev.vigia.app.sim.trade.product.Category;
import dev.vigia.app.sim.trade.product.Pace;
import dev.vigia.app.sim.trade.product.Product;
import dev.vigia.app.sim.trade.product.Region;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceTest {

    private static final int DAYS = 20_000;

    private final Chance chance = new Chance(new Draws(7));

    @Test
    void shouldKeepTheMeanWhenMuchIsSold() {
        assertThat(steps(Pace.FAST, 12).average().orElseThrow()).isEqualTo(12, within(0.15));
    }

    @Test
    void shouldKeepTheMeanWhenLittleIsSold() {
        assertThat(steps(Pace.SLOW, 0.2).average().orElseThrow()).isEqualTo(0.2, within(0.02));
    }

    @Test
    void shouldComeInLumpsWhenLittleIsSold() {
        assertThat(steps(Pace.SLOW, 0.2).filter(sold -> sold == 0).count()).isGreaterThan(DAYS * 9 / 10);
        assertThat(steps(Pace.SLOW, 0.2).max().orElseThrow()).isGreaterThan(4);
    }

    private IntStream steps(Pace pace, double mean) {
        var settings = CompanySettings.DEFAULT;
        var product =
                new Product(0, "X-1", Category.PARTS, pace, BigDecimal.ONE, BigDecimal.ONE, settings.start(), null);
        var series = new Series(product, Region.SP, 1, 0);
        return IntStream.range(0, DAYS)
                .map(day ->
                        chance.steps(series, new BusinessDay(settings.start().plusDays(day), settings.zone()), mean));
    }
}
