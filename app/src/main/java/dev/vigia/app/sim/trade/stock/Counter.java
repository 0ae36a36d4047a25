package dev.vigia.app.sim.trade.stock;

import dev.vigia.app.sim.trade.order.Basket;
import dev.vigia.app.sim.trade.order.Wish;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Serves a day's customers, first come first served, from what was available when the day began. */
public final class Counter {

    private final StockState stock;
    private final Map<String, BigDecimal> taken = new HashMap<>();

    private Counter(StockState stock) {
        this.stock = stock;
    }

    public static List<Basket> serve(List<Basket> baskets, StockState stock) {
        var counter = new Counter(stock);
        return baskets.stream().map(basket -> basket.fill(counter::grant)).toList();
    }

    /** All of it, what is left, or nothing. */
    private Wish grant(Wish wish) {
        var shelf = Shelf.key(wish.series());
        var before = taken.getOrDefault(shelf, BigDecimal.ZERO);
        var left = stock.available(wish.series()).subtract(before);
        var granted = wish.wanted().min(left);
        taken.put(shelf, before.add(granted));
        return wish.grant(granted);
    }
}
