package dev.vigia.app.sim.trade.order;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.Draws;
import dev.vigia.app.sim.trade.book.BusinessDay;
import dev.vigia.app.sim.trade.book.Dice;
import dev.vigia.app.sim.trade.demand.Demanded;
import dev.vigia.app.sim.trade.demand.Market;
import dev.vigia.app.sim.trade.demand.Series;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Those who come on a day: the demand for each series finds its customers, and each customer comes once. */
public final class Shoppers {

    private static final LocalTime OPENING = LocalTime.of(6, 45);
    private static final int LONGEST_DAY_SECONDS = 14 * 60 * 60;

    private final Draws draws;
    private final Customers customers;

    public Shoppers(CompanySettings settings, Customers customers) {
        this.draws = new Draws(settings.seed());
        this.customers = customers;
    }

    /** In the order in which they come. */
    public List<Basket> baskets(BusinessDay day, List<Demanded> demand) {
        var wishes = new TreeMap<Customer, List<Wish>>(Comparator.comparing(Customer::id));
        demand.stream().filter(one -> one.steps() > 0).forEach(one -> spread(one, day, wishes));
        return wishes.entrySet().stream()
                .map(entry -> basket(entry.getKey(), day, entry.getValue()))
                .sorted(Comparator.comparing(Basket::at))
                .toList();
    }

    private void spread(Demanded demand, BusinessDay day, Map<Customer, List<Wish>> wishes) {
        var series = demand.series();
        var terms = new Terms(demand.listPrice(), demand.promotionPercent());
        var dice = Dice.of(draws, "customers", series.key(), day.date());
        for (int steps : Portions.divide(demand.steps(), series.product().pace().lineSize(), dice)) {
            var customer = customers.someone(series.region(), dice);
            wishes.computeIfAbsent(customer, one -> new ArrayList<>())
                    .add(wish(series, terms.agreedWith(customer), steps));
        }
    }

    private static Wish wish(Series series, Terms terms, int steps) {
        var quantity = series.product().category().step().multiply(BigDecimal.valueOf(steps));
        return new Wish(series, terms, quantity, quantity);
    }

    private Basket basket(Customer customer, BusinessDay day, List<Wish> wishes) {
        var dice = Dice.of(draws, "visit", customer.id(), day.date());
        return new Basket(customer, time(day, dice), dice.falls(Market.CANCELLED_SHARE), wishes);
    }

    /** Most often around noon. */
    private static Instant time(BusinessDay day, Dice dice) {
        double part = (dice.between(0.0, 1.0) + dice.between(0.0, 1.0)) / 2;
        return day.at(OPENING).plusSeconds((long) (part * LONGEST_DAY_SECONDS));
    }
}
