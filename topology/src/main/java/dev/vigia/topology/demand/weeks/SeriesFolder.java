package dev.vigia.topology.demand.weeks;

import dev.vigia.domain.Amounts;
import dev.vigia.domain.BusinessWeek;
import dev.vigia.domain.Cell;
import dev.vigia.domain.Closing;
import dev.vigia.domain.Series;
import dev.vigia.domain.SeriesHistory;
import dev.vigia.schemas.Keys;
import dev.vigia.topology.demand.event.WeekEvent;
import dev.vigia.topology.demand.event.WeekEvent.WeekTold;
import dev.vigia.topology.demand.event.WeekEvent.WeekTooOld;
import dev.vigia.topology.demand.state.OpenWeeks;
import dev.vigia.topology.demand.weeks.WeekStore.Place;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Folds what was said of a series into its history, and tells what that changes. */
final class SeriesFolder {

    private final WeekStore store;
    private final Consumer<WeekEvent> out;

    SeriesFolder(WeekStore store, Consumer<WeekEvent> out) {
        this.store = store;
        this.out = out;
    }

    /** Closes the weeks of a series up to one. */
    void close(String series, BusinessWeek through) {
        var open = store.open(series);
        if (open == null || open.from().isAfter(through)) {
            return;
        }
        var said = openCells(series, open, through);
        var history = fold(series, said, through);
        store.putOpen(series, next(history, open.cells() - said.size(), through));
    }

    /** Adds what came late for weeks that had closed. */
    void correct(String series, NavigableSet<BusinessWeek> weeks, BusinessWeek through) {
        var said = new TreeMap<BusinessWeek, Amounts>();
        for (var week : weeks) {
            var place = new Place(series, week);
            var cell = store.late(place);
            if (!cell.isEmpty()) {
                said.put(week, cell.amounts());
                store.putLate(place, Cell.EMPTY);
            }
        }
        var history = fold(series, said, through);
        var open = store.open(series);
        if (open == null) {
            store.putOpen(series, next(history, 0, through));
        }
    }

    /** Most series have none or one; only a first closing looks at many weeks. */
    private NavigableMap<BusinessWeek, Amounts> openCells(String series, OpenWeeks open, BusinessWeek through) {
        var said = new TreeMap<BusinessWeek, Amounts>();
        for (var week = open.from(); !week.isAfter(through) && said.size() < open.cells(); week = week.next()) {
            var place = new Place(series, week);
            var cell = store.cell(place);
            if (!cell.isEmpty()) {
                said.put(week, cell.amounts());
                store.putCell(place, Cell.EMPTY);
            }
        }
        return said;
    }

    private SeriesHistory fold(String key, NavigableMap<BusinessWeek, Amounts> said, BusinessWeek through) {
        var before = store.history(key);
        var folded = before.fold(said, Closing.through(through));
        if (!folded.history().equals(before)) {
            store.putHistory(key, folded.history());
        }
        var parts = Keys.parts(key);
        var series = new Series(parts.get(0), parts.get(1));
        folded.tooOld().forEach(week -> out.accept(new WeekTooOld(series, week)));
        folded.changed().forEach(week -> out.accept(new WeekTold(series, week)));
        return folded.history();
    }

    /** An active series is closed again next week; one that sleeps only where something was said of a week to come. */
    private static @Nullable OpenWeeks next(SeriesHistory history, int cells, BusinessWeek through) {
        boolean isActive = !history.weeks().isEmpty() && !history.isAsleep();
        return isActive || cells > 0 ? new OpenWeeks(through.next(), cells) : null;
    }
}
