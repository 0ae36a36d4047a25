package dev.vigia.app.sim.trade;

import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.trade.book.BusinessDay;
import dev.vigia.app.sim.trade.book.Planned;
import dev.vigia.app.sim.trade.book.Rows;
import dev.vigia.app.sim.trade.book.Truth;
import dev.vigia.app.sim.trade.demand.Demanded;
import dev.vigia.app.sim.trade.demand.Series;
import dev.vigia.app.sim.trade.order.Basket;
import dev.vigia.app.sim.trade.order.Wish;
import dev.vigia.app.sim.trade.stock.StockState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps count of what was truly demanded, and writes it down when the week ends. */
final class TruthKeeper {

    private static final BigDecimal NONE = BigDecimal.ZERO.setScale(3);

    private final BusinessDay day;
    private final Map<String, Tally> week;

    TruthKeeper(BusinessDay day, Map<String, Tally> week) {
        this.day = day;
        this.week = new TreeMap<>(week);
    }

    Planned<Map<String, Tally>> keep(List<Demanded> demand, List<Basket> baskets, StockState stock) {
        demand.forEach(one -> expect(one, stock));
        baskets.stream().flatMap(Basket::meant).forEach(this::count);
        return day.endsWeek() ? new Planned<>(Map.of(), rows()) : new Planned<>(week, List.of());
    }

    private void expect(Demanded one, StockState stock) {
        boolean isOut = stock.available(one.series()).signum() == 0;
        add(one.series(), new Tally(one.mean(), NONE, NONE, isOut ? 1 : 0));
    }

    private void count(Wish wish) {
        add(wish.series(), new Tally(0, wish.wanted(), wish.lost(), 0));
    }

    private void add(Series series, Tally tally) {
        week.merge(series.key(), tally, Tally::plus);
    }

    private List<RowChange> rows() {
        return week.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private RowChange row(String series, Tally tally) {
        int bar = series.indexOf('|');
        return Rows.insert(
                day.close(),
                Truth.DEMAND_WEEK,
                series.substring(0, bar),
                series.substring(bar + 1),
                day.week(),
                tally.mean(),
                tally.demand(),
                tally.lost(),
                tally.daysOut());
    }
}
