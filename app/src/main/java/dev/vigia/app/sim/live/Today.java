package dev.vigia.app.sim.live;

import dev.vigia.app.sim.Reading;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.company.CompanyDay;
import dev.vigia.app.sim.company.Morning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The business day being lived, handed out step by step. */
final class Today {

    static final Duration STEP = Duration.ofMinutes(10);

    private final CompanyDay day;
    private final Cursor<RowChange> changes;
    private final Instant begin;
    private @Nullable List<Cursor<Reading>> readings;

    /** Begins at a moment of the day; what lies before it has happened. */
    Today(CompanyDay day, Instant begin) {
        this.day = day;
        this.begin = begin;
        this.changes = new Cursor<>(day.changes().iterator(), RowChange::at);
        changes.takeBefore(begin);
    }

    /** The end of the step that begins at a moment. */
    Instant endOfStep(Instant moment) {
        var end = moment.plus(STEP);
        return end.isBefore(day.end()) ? end : day.end();
    }

    boolean endsAt(Instant moment) {
        return moment.equals(day.end());
    }

    List<RowChange> changesBefore(Instant end) {
        return changes.takeBefore(end);
    }

    /** The readings are made when this is asked for the first time. */
    List<Reading> readingsBefore(Instant end) {
        if (readings == null) {
            readings = day.readings().stream()
                    .map(made -> new Cursor<>(made.get().iterator(), Reading::observedAt))
                    .toList();
            readings.forEach(cursor -> cursor.takeBefore(begin));
        }
        return readings.stream()
                .flatMap(cursor -> cursor.takeBefore(end).stream())
                .toList();
    }

    Morning tomorrow() {
        return day.next();
    }
}
