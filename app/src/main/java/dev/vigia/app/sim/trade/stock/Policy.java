package dev.vigia.app.sim.trade.stock;

import dev.vigia.app.sim.trade.book.Dice;
import dev.vigia.app.sim.trade.product.Pace;
import dev.vigia.app.sim.trade.product.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How the company replenishes a product in a warehouse: every review it orders up to what lead time and review period
 * will use, as far as it can tell from past sales, and a minimum beyond that.
 *
 * @param multiple what is ordered comes in multiples of it
 * @param spreadDays standard deviation of the lead time
 * @param safetyDays sales of so many days are kept as the minimum
 */
record Policy(BigDecimal multiple, int leadDays, int spreadDays, int safetyDays, double serviceLevel) {

    static final int REVIEW_DAYS = 7;

    private static final List<Integer> PACKS = List.of(100, 50, 20, 10, 5, 2, 1);

    static Policy of(Product product, double dailySales, Dice dice) {
        int pack = PACKS.stream()
                .filter(size -> size <= dailySales * 4)
                .findFirst()
                .orElse(1);
        var multiple = BigDecimal.valueOf(pack).setScale(3);
        int lead = dice.between(6, 18);
        return new Policy(multiple, lead, dice.between(1, 3), safetyDays(product.pace()), service(product.pace()));
    }

    BigDecimal minimum(double dailySales) {
        return BigDecimal.valueOf(dailySales * safetyDays + 1)
                .setScale(0, RoundingMode.UP)
                .setScale(3);
    }

    /** What should be on hand or on its way. */
    BigDecimal target(double dailySales, BigDecimal minimum) {
        return BigDecimal.valueOf(dailySales * (leadDays + REVIEW_DAYS))
                .setScale(3, RoundingMode.UP)
                .add(minimum);
    }

    BigDecimal inMultiples(BigDecimal quantity) {
        return quantity.divide(multiple, 0, RoundingMode.UP).multiply(multiple).setScale(3);
    }

    private static int safetyDays(Pace pace) {
        return switch (pace) {
            case FAST -> 9;
            case STEADY -> 11;
            case SLOW -> 30;
        };
    }

    private static double service(Pace pace) {
        return switch (pace) {
            case FAST -> 0.97;
            case STEADY -> 0.95;
            case SLOW -> 0.90;
        };
    }
}
