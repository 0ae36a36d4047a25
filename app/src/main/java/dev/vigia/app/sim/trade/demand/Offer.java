package dev.vigia.app.sim.trade.demand;

import dev.vigia.app.sim.trade.product.Promotion;
import dev.vigia.app.sim.trade.product.Region;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** On what terms a product is offered on a day, and how promotions act on demand there. */
record Offer(BigDecimal listPrice, List<Promotion> promotions, LocalDate day) {

    int discountPercent(Region region) {
        return promotions.stream()
                .filter(promotion -> promotion.runs(region, day))
                .mapToInt(Promotion::discountPercent)
                .sum();
    }

    double uplift(Region region) {
        double factor = 1;
        for (var promotion : promotions) {
            factor *= promotion.factor(region, day);
        }
        return factor;
    }
}
