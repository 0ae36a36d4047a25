package dev.vigia.domain;

import dev.vigia.domain.SeriesHistory.Folded;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One fold of a history at work; used once. */
final class HistoryFold {

    private final List<ClosedWeek> before;
    private final List<ClosedWeek> now;
    private final Closing closing;
    private final List<BusinessWeek> tooOld = new ArrayList<>();

    HistoryFold(List<ClosedWeek> before, Closing closing) {
        this.before = before;
        this.now = new ArrayList<>(before);
        this.closing = closing;
    }

    /** Adds to a week, and to the zeros that this shows to have been weeks of an active series. */
    void add(BusinessWeek week, Amounts amounts) {
        if (week.isAfter(closing.through())) {
            throw new IllegalArgumentException(
                    "week " + week + " has not closed: " + closing.through() + " is the newest");
        }
        if (closing.oldest().isAfter(week)) {
            tooOld.add(week);
            return;
        }
        reach(week);
        int place = week.since(first());
        now.set(place, now.get(place).plus(amounts));
    }

    Folded finish() {
        while (!now.isEmpty() && goesOn()) {
            now.add(ClosedWeek.zero(last().next()));
        }
        now.removeIf(week -> closing.oldest().isAfter(week.week()));
        now.replaceAll(week -> week.with(closing.availability().apply(week.week())));
        var changed = new ArrayList<ClosedWeek>();
        now.replaceAll(week -> told(week, changed));
        return new Folded(new SeriesHistory(now), List.copyOf(changed), List.copyOf(tooOld));
    }

    private boolean goesOn() {
        return closing.goesOnAfter(last()) && SeriesHistory.quietWeeks(now) < SeriesHistory.QUIET;
    }

    /** A week that says what it said before stays; any other is to be told, under the next revision. */
    private ClosedWeek told(ClosedWeek week, List<ClosedWeek> changed) {
        var told = before(week.week());
        if (week.equals(told)) {
            return week;
        }
        var next = told == null ? week : week.revised(told.revision() + 1);
        changed.add(next);
        return next;
    }

    private @Nullable ClosedWeek before(BusinessWeek week) {
        int place = before.isEmpty() ? -1 : week.since(before.get(0).week());
        return place >= 0 && place < before.size() ? before.get(place) : null;
    }

    private void reach(BusinessWeek week) {
        if (now.isEmpty()) {
            now.add(ClosedWeek.zero(week));
        }
        while (first().isAfter(week)) {
            now.add(0, ClosedWeek.zero(first().plus(-1)));
        }
        while (week.isAfter(last())) {
            now.add(ClosedWeek.zero(last().next()));
        }
    }

    private BusinessWeek first() {
        return now.get(0).week();
    }

    private BusinessWeek last() {
        return now.get(now.size() - 1).week();
    }
}
