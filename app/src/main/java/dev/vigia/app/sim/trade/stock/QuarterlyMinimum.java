package dev.vigia.app.sim.trade.stock;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.trade.book.BusinessDay;
import dev.vigia.app.sim.trade.book.Planned;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Once a quarter the minimum of every policy follows what was sold of late, and is wrong again when the season turns. */
record QuarterlyMinimum(CompanySettings settings, Shelves shelves) {

    private static final int DAYS = 91;

    Planned<StockState> set(BusinessDay day, StockState state) {
        var changes = new ArrayList<RowChange>();
        if (!isDue(day.date())) {
            return new Planned<>(state, changes);
        }
        var items = new TreeMap<>(state.items());
        for (var shelf : shelves.all()) {
            items.computeIfPresent(shelf.key(), (key, item) -> set(shelf, item, day, changes));
        }
        return new Planned<>(state.withItems(items), changes);
    }

    private boolean isDue(LocalDate day) {
        long days = ChronoUnit.DAYS.between(settings.start(), day);
        return days > 0 && days % DAYS == 0;
    }

    private static StockItem set(Shelf shelf, StockItem item, BusinessDay day, List<RowChange> changes) {
        var minimum = shelf.policy().minimum(item.rate());
        if (minimum.compareTo(item.minimum()) == 0) {
            return item;
        }
        changes.add(shelf.minimumUpdated(day.evening(), minimum));
        return item.withMinimum(minimum);
    }
}
