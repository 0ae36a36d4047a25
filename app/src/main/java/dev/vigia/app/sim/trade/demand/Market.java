package dev.vigia.app.sim.trade.demand;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Draws;
import dev.vigia.app.sim.trade.book.BusinessDay;
import dev.vigia.app.sim.trade.product.Catalogue;
import dev.vigia.app.sim.trade.product.Product;
import dev.vigia.app.sim.trade.product.Promotions;
import dev.vigia.app.sim.trade.product.Region;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All series of the company, and what is demanded of them from day to day. */
public final class Market {

    /** Of what is asked for; it comes on top of the mean, which counts what is meant to be kept. */
    public static final double CANCELLED_SHARE = 0.02;

    private final Map<Product, List<Series>> series = new LinkedHashMap<>();
    private final Promotions promotions;
    private final MeanDemand mean;
    private final Chance chance;

    public Market(CompanySettings settings, Catalogue catalogue) {
        var draws = new Draws(settings.seed());
        catalogue.products().forEach(product -> series.put(product, everywhere(product, draws)));
        promotions = new Promotions(settings);
        mean = new MeanDemand(settings);
        chance = new Chance(draws);
    }

    public List<Series> of(Product product) {
        return series.getOrDefault(product, List.of());
    }

    /** What is demanded on a day of everything that is on sale. */
    public List<Demanded> demand(BusinessDay day, MarketState state) {
        return series.keySet().stream()
                .filter(product -> Life.factor(product, day.date()) > 0)
                .flatMap(product -> demand(product, day, state))
                .toList();
    }

    private Stream<Demanded> demand(Product product, BusinessDay day, MarketState state) {
        var offer = new Offer(state.price(product), promotions.around(product, day.date()), day.date());
        return of(product).stream().map(one -> demanded(one, day, state, offer));
    }

    private Demanded demanded(Series one, BusinessDay day, MarketState state, Offer offer) {
        double expected = mean.of(one, day.date(), state, offer);
        double step = one.product().category().step().doubleValue();
        int steps = chance.steps(one, day, expected / step / (1 - CANCELLED_SHARE));
        return new Demanded(one, expected, steps, offer.listPrice(), offer.discountPercent(one.region()));
    }

    private static List<Series> everywhere(Product product, Draws draws) {
        return Arrays.stream(Region.values())
                .map(region -> Series.of(product, region, draws))
                .toList();
    }
}
