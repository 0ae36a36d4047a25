package dev.vigia.app.sim.trade.demand;

import dev.vigia.app.sim.trade.product.Product;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Where the market stands.
 *
 * @param levels by series: the logarithm of how far its level has wandered; absent where it has not
 * @param prices by product: its list price
 */
public record MarketState(Map<String, Double> levels, Map<String, BigDecimal> prices) {

    double wandered(Series series) {
        return levels.getOrDefault(series.key(), 0.0);
    }

    BigDecimal price(Product product) {
        return prices.getOrDefault(product.sku(), product.firstPrice());
    }
}
