package dev.vigia.app.sim.trade.demand;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Draws;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.trade.book.BusinessDay;
import dev.vigia.app.sim.trade.book.Dice;
import dev.vigia.app.sim.trade.book.Erp;
import dev.vigia.app.sim.trade.book.Event;
import dev.vigia.app.sim.trade.book.Planned;
import dev.vigia.app.sim.trade.book.Rows;
import dev.vigia.app.sim.trade.book.Update;
import dev.vigia.app.sim.trade.product.Catalogue;
import dev.vigia.app.sim.trade.product.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the market moves every Monday: levels wander and sometimes shift, list prices are revised. */
public final class MarketMoves {

    private static final double WANDERING = 0.022;
    private static final double HOMESICKNESS = 0.005;
    private static final double SHIFTS_A_WEEK = 1.0 / 500;
    private static final double REVISIONS_A_WEEK = 1.0 / 26;

    private final Draws draws;
    private final Catalogue catalogue;
    private final Market market;

    public MarketMoves(CompanySettings settings, Catalogue catalogue, Market market) {
        this.draws = new Draws(settings.seed());
        this.catalogue = catalogue;
        this.market = market;
    }

    public Planned<MarketState> move(BusinessDay day, MarketState state) {
        var changes = new ArrayList<RowChange>();
        var levels = new TreeMap<>(state.levels());
        var prices = new TreeMap<>(state.prices());
        for (var product : day.startsWeek() ? catalogue.products() : List.<Product>of()) {
            market.of(product).forEach(series -> wander(series, day, levels, changes));
            prices.computeIfPresent(product.sku(), (sku, price) -> revise(product, price, day, changes));
        }
        return new Planned<>(new MarketState(levels, prices), changes);
    }

    private void wander(Series series, BusinessDay day, Map<String, Double> levels, List<RowChange> changes) {
        if (Life.factor(series.product(), day.date()) == 0) {
            return;
        }
        var dice = Dice.of(draws, "wander", series.key(), day.date());
        double shift = dice.falls(SHIFTS_A_WEEK) ? shift(series, day, dice, changes) : 0;
        double step = dice.gaussian(WANDERING) + shift;
        levels.merge(series.key(), step, (level, move) -> level * (1 - HOMESICKNESS) + move);
    }

    /** A large customer won, or lost. */
    private static double shift(Series series, BusinessDay day, Dice dice, List<RowChange> changes) {
        double shift = dice.between(0.30, 0.65) * (dice.falls(0.5) ? 1 : -1);
        changes.add(Event.in(series.region(), "level-shift", series.product().sku(), Math.exp(shift))
                .on(day));
        return shift;
    }

    private BigDecimal revise(Product product, BigDecimal price, BusinessDay day, List<RowChange> changes) {
        var dice = Dice.of(draws, "price", product.sku(), day.date());
        if (!dice.falls(REVISIONS_A_WEEK) || product.endsBefore(day.date())) {
            return price;
        }
        double factor = 1 + (dice.falls(0.75) ? dice.between(0.02, 0.09) : dice.between(-0.14, -0.03));
        var revised = price.multiply(BigDecimal.valueOf(factor)).setScale(2, RoundingMode.HALF_EVEN);
        changes.addAll(priced(product, revised, day));
        changes.add(felt(product, factor, day));
        return revised;
    }

    private static RowChange felt(Product product, double factor, BusinessDay day) {
        double onDemand = Math.pow(factor, -product.category().elasticity());
        return Event.everywhere("price", product.sku(), onDemand).on(day);
    }

    private static List<RowChange> priced(Product product, BigDecimal price, BusinessDay day) {
        var at = day.morning();
        var update =
                Update.of(Erp.PRODUCT, product.sku()).set("list_price", price).set("updated_at", at);
        return List.of(Rows.insert(at, Erp.PRODUCT_PRICE, product.sku(), day.date(), price), update.at(at));
    }
}
