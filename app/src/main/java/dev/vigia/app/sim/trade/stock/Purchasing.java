package dev.vigia.app.sim.trade.stock;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Draws;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.trade.book.BusinessDay;
import dev.vigia.app.sim.trade.book.Dice;
import dev.vigia.app.sim.trade.book.Planned;
import dev.vigia.app.sim.trade.product.Category;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The weekly review: each warehouse, on a weekday of its own, orders from each supplier what it is short of. */
final class Purchasing {

    private static final double DELAYED_ORDERS = 0.04;
    private static final int LAST_ORDER_DAYS_BEFORE_THE_END = 42;

    private final Draws draws;
    private final Shelves shelves;

    Purchasing(CompanySettings settings, Shelves shelves) {
        this.draws = new Draws(settings.seed());
        this.shelves = shelves;
    }

    Planned<StockState> review(BusinessDay day, StockState state) {
        long number = state.lastPurchase();
        var inbound = new ArrayList<>(state.inbound());
        var changes = new ArrayList<RowChange>();
        for (var shortages : bySupplier(day, state).values()) {
            var order = order(++number, shortages, day);
            inbound.add(order);
            order.ordered(day.evening(), supplier(shortages)).forEach(changes::add);
        }
        return new Planned<>(new StockState(state.items(), inbound, state.lastMovement(), number), changes);
    }

    /** One supplier makes all of a category. */
    private Map<Category, List<Shortage>> bySupplier(BusinessDay day, StockState state) {
        var onOrder = state.onOrder();
        var shortages = new EnumMap<Category, List<Shortage>>(Category.class);
        for (var shelf : shelves.all()) {
            if (shelf.warehouse().isReviewedOn(day.date()) && isSupplied(shelf, day.date())) {
                shortage(shelf, state, onOrder)
                        .ifPresent(one -> shortages
                                .computeIfAbsent(shelf.product().category(), category -> new ArrayList<>())
                                .add(one));
            }
        }
        return shortages;
    }

    private static Optional<Shortage> shortage(Shelf shelf, StockState state, Map<String, BigDecimal> onOrder) {
        var item = state.items().get(shelf.key());
        return item == null
                ? Optional.empty()
                : Shortage.of(shelf, item, onOrder.getOrDefault(shelf.key(), BigDecimal.ZERO));
    }

    private static boolean isSupplied(Shelf shelf, LocalDate day) {
        return !shelf.product().endsBefore(day.plusDays(LAST_ORDER_DAYS_BEFORE_THE_END));
    }

    private Inbound order(long number, List<Shortage> shortages, BusinessDay day) {
        var shelf = shortages.get(0).shelf();
        var expected = day.date().plusDays(shelf.policy().leadDays());
        var dice = Dice.of(
                draws, "delivery", shelf.warehouse().code(), shelf.product().category(), day.date());
        long late = Math.round(dice.gaussian(shelf.policy().spreadDays())) + delay(dice);
        var arrives = expected.plusDays(Math.max(late, 2 - shelf.policy().leadDays()));
        return new Inbound(
                number,
                shelf.warehouse(),
                expected,
                arrives,
                shortages.stream().map(Shortage::item).toList());
    }

    /** Now and then a supplier is weeks late. */
    private static int delay(Dice dice) {
        return dice.falls(DELAYED_ORDERS) ? dice.between(8, 25) : 0;
    }

    private static String supplier(List<Shortage> shortages) {
        return shortages.get(0).shelf().product().category().title() + " Works";
    }
}
