package dev.vigia.app.sim.trade.order;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Draws;
import dev.vigia.app.sim.trade.book.BusinessDay;
import dev.vigia.app.sim.trade.book.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Numbers what comes in by its time, plans what will become of it, and lets happen what is due. */
public final class OrderDesk {

    private final Draws draws;

    public OrderDesk(CompanySettings settings) {
        draws = new Draws(settings.seed());
    }

    public DeskDay work(BusinessDay day, List<Basket> baskets, OrderBook book) {
        var events = new ArrayList<>(book.pending());
        var returns = new ArrayList<>(book.returns());
        returns.removeIf(one -> !day.isOverBefore(one.at()));
        long number = book.lastNumber();
        for (var arrival : arrivals(day, baskets, book)) {
            var outlook = arrival.enter(++number);
            events.addAll(outlook.events());
            returns.addAll(outlook.returns());
        }
        return new DeskDay(due(day, events), new OrderBook(number, later(day, events), returns));
    }

    private List<Arrival> arrivals(BusinessDay day, List<Basket> baskets, OrderBook book) {
        Stream<Arrival> orders = baskets.stream()
                .filter(basket -> !basket.granted().isEmpty())
                .map(basket -> new NewOrder(
                        basket, Dice.of(draws, "order", basket.customer().id(), day.date())));
        Stream<Arrival> returns = book.returns().stream()
                .filter(one -> !day.isOverBefore(one.at()))
                .map(Arrival.class::cast);
        return Stream.concat(orders, returns)
                .sorted(Comparator.comparing(Arrival::at))
                .toList();
    }

    private static List<OrderEvent> due(BusinessDay day, List<OrderEvent> events) {
        return events.stream()
                .filter(event -> !day.isOverBefore(event.at()))
                .sorted(Comparator.comparing(OrderEvent::at))
                .toList();
    }

    private static List<OrderEvent> later(BusinessDay day, List<OrderEvent> events) {
        return events.stream().filter(event -> day.isOverBefore(event.at())).toList();
    }
}
