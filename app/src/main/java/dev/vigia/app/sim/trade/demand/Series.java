package dev.vigia.app.sim.trade.demand;

import dev.vigia.app.sim.Draws;
import dev.vigia.app.sim.trade.book.Dice;
import dev.vigia.app.sim.trade.product.Product;
import dev.vigia.app.sim.trade.product.Region;

/**
 * A product in a region.
 *
 * @param level its weekly demand at the start, in the category's steps, before everything that acts on it
 * @param growth a year, as a logarithm
 */
public record Series(Product product, Region region, double level, double growth) {

    static Series of(Product product, Region region, Draws draws) {
        var everywhere = Dice.of(draws, "market", product.sku());
        var here = Dice.of(draws, "market", product.sku(), region);
        double level = product.pace().weekly().draw(everywhere) * region.size() * here.wobble(0.25);
        return new Series(product, region, level, 0.03 + everywhere.gaussian(0.10) + here.gaussian(0.05));
    }

    public String key() {
        return product.sku() + "|" + region;
    }
}
