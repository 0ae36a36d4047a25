package dev.vigia.app.sim.trade.stock;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Draws;
import dev.vigia.app.sim.trade.book.Dice;
import dev.vigia.app.sim.trade.demand.Market;
import dev.vigia.app.sim.trade.demand.MeanDemand;
import dev.vigia.app.sim.trade.demand.Series;
import dev.vigia.app.sim.trade.product.Catalogue;
import dev.vigia.app.sim.trade.product.Product;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every product's place in every warehouse, with the policy by which it is replenished. */
final class Shelves {

    private static final int DAYS_PLANNED = 56;
    private static final double PLANNING_ERROR = 0.15;

    private final CompanySettings settings;
    private final Market market;
    private final MeanDemand mean;
    private final List<Shelf> all = new ArrayList<>();

    Shelves(CompanySettings settings, Catalogue catalogue, Market market) {
        this.settings = settings;
        this.market = market;
        this.mean = new MeanDemand(settings);
        for (var product : catalogue.products()) {
            for (var warehouse : Warehouse.values()) {
                all.add(shelf(product, warehouse));
            }
        }
    }

    List<Shelf> all() {
        return all;
    }

    Stream<Shelf> of(Product product) {
        int first = product.index() * Warehouse.values().length;
        return all.subList(first, first + Warehouse.values().length).stream();
    }

    private Shelf shelf(Product product, Warehouse warehouse) {
        var draws = new Draws(settings.seed());
        var planner = Dice.of(draws, "planner", warehouse.code(), product.sku());
        var supplier = Dice.of(draws, "supplier", warehouse.code(), product.category());
        double planned = expected(product, warehouse) * planner.wobble(PLANNING_ERROR);
        return new Shelf(warehouse, product, Policy.of(product, planned, supplier), planned);
    }

    /** Sales a day over the first weeks, as far as a planner can know them. */
    private double expected(Product product, Warehouse warehouse) {
        var from = product.launchedOn().isAfter(settings.start()) ? product.launchedOn() : settings.start();
        return market.of(product).stream()
                .filter(series -> warehouse.regions().contains(series.region()))
                .mapToDouble(series -> expected(series, from))
                .sum();
    }

    private double expected(Series series, LocalDate from) {
        return from.datesUntil(from.plusDays(DAYS_PLANNED))
                        .mapToDouble(day -> mean.quiet(series, day))
                        .sum()
                / DAYS_PLANNED;
    }
}
