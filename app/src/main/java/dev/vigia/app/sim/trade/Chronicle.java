package dev.vigia.app.sim.trade;

import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.trade.book.Truth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The truth about a company's whole history, series by series, kept in memory to be looked at. */
final class Chronicle {

    /** What was to be expected in a week, what was sold, and what could not be. */
    record Week(LocalDate start, double mean, double sold, double lost) {}

    /** What changed the mean of a product, in one region or in ALL. */
    record Event(
            String kind,
            String sku,
            String region,
            LocalDate from,
            @Nullable LocalDate until) {}

    private final Map<String, List<Week>> weeks = new TreeMap<>();
    private final List<Event> events = new ArrayList<>();

    private Chronicle() {}

    static Chronicle of(CompanySettings settings) {
        var chronicle = new Chronicle();
        var trade = new Trade(settings);
        var state = trade.initialState();
        for (var date = settings.start(); date.isBefore(settings.firstLiveDay()); date = date.plusDays(1)) {
            var day = trade.plan(date, state, List.of());
            day.changes().forEach(chronicle::read);
            state = day.stateAtEnd();
        }
        return chronicle;
    }

    /** Of a series, by its key; none when it never sold. */
    List<Week> weeks(String series) {
        return weeks.getOrDefault(series, List.of());
    }

    List<Event> events() {
        return events;
    }

    private void read(RowChange change) {
        if (change.table().equals(Truth.DEMAND_WEEK)) {
            var series = value(change, "sku", String.class) + "|" + value(change, "region", String.class);
            weeks.computeIfAbsent(series, key -> new ArrayList<>()).add(week(change));
        } else if (change.table().equals(Truth.DEMAND_EVENT)) {
            events.add(event(change));
        }
    }

    private static Week week(RowChange row) {
        double demand = value(row, "demand", BigDecimal.class).doubleValue();
        double lost = value(row, "lost_sales", BigDecimal.class).doubleValue();
        var start = value(row, "week_start", LocalDate.class);
        return new Week(start, value(row, "mean_demand", Double.class), demand - lost, lost);
    }

    private static Event event(RowChange row) {
        return new Event(
                value(row, "kind", String.class),
                value(row, "sku", String.class),
                value(row, "region", String.class),
                value(row, "starts_on", LocalDate.class),
                (LocalDate) row.values().get("ends_on"));
    }

    private static <T> T value(RowChange row, String column, Class<T> type) {
        return type.cast(Objects.requireNonNull(row.values().get(column), column));
    }
}
