package dev.vigia.topology.demand.weeks;

import dev.vigia.domain.Contribution;
import dev.vigia.domain.Frontier;
import dev.vigia.domain.Passed;
import dev.vigia.schemas.Keys;
import dev.vigia.topology.demand.event.SeriesEvent;
import dev.vigia.topology.demand.event.SeriesEvent.Contributed;
import dev.vigia.topology.demand.event.SeriesEvent.UpstreamPassed;
import dev.vigia.topology.demand.event.WeekEvent;
import dev.vigia.topology.demand.event.WeekEvent.WeekTold;
import dev.vigia.topology.demand.event.WeekEvent.WeekTooOld;
import dev.vigia.topology.demand.event.WeekEvent.WeeksPassed;
import dev.vigia.topology.demand.state.ClosingState;
import dev.vigia.topology.demand.state.OpenWeeks;
import dev.vigia.topology.demand.weeks.WeekStore.Place;
import dev.vigia.topology.slice.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** What the totalling of one task does, between its assignment and its loss. */
final class WeekWork {

    private static final Duration TICK = Duration.ofMillis(20);
    private static final int SERIES_AT_ONCE = 50;

    private final ProcessorContext<String, WeekEvent> context;
    private final WeekStore store;
    private final WeekRules rules;
    private final LongSupplier nanoTime;
    private final SeriesFolder folder;
    private final LateWeeks late;
    private final Map<String, Passed> told = new HashMap<>();
    private Frontier frontier;
    private @Nullable ClosingState closing;
    private @Nullable Map<String, Passed> pass;
    private int leftInPass;
    private @Nullable Cancellable timer;

    WeekWork(ProcessorContext<String, WeekEvent> context, WeekStore store, WeekRules rules, LongSupplier nanoTime) {
        this.context = context;
        this.store = store;
        this.rules = rules;
        this.nanoTime = nanoTime;
        this.folder = new SeriesFolder(store, this::forward);
        this.late = new LateWeeks(store.allLate());
        this.frontier = new Frontier(store.upstreams());
        this.closing = store.closing();
    }

    void take(String series, SeriesEvent event) {
        if (event instanceof Contributed contributed) {
            add(series, contributed.contribution());
        } else if (event instanceof UpstreamPassed upstream) {
            var next = frontier.heard(upstream.upstream(), upstream.passed());
            if (!next.equals(frontier)) {
                frontier = next;
                store.putUpstream(upstream.upstream(), next.of(upstream.upstream()));
                moved();
            }
        }
    }

    void armIfDue() {
        if (timer == null && isDue()) {
            timer = context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::work);
        }
    }

    private void add(String series, Contribution contribution) {
        var place = new Place(series, contribution.week());
        if (closing != null && !contribution.week().isAfter(closing.through())) {
            store.putLate(place, store.late(place).plus(contribution));
            late.add(place);
            armIfDue();
            return;
        }
        var before = store.cell(place);
        var now = before.plus(contribution);
        store.putCell(place, now);
        if (before.isEmpty() != now.isEmpty()) {
            count(place, now.isEmpty());
        }
    }

    private void count(Place place, boolean isGone) {
        var open = store.open(place.series());
        if (open == null) {
            store.putOpen(place.series(), new OpenWeeks(place.week(), 1));
        } else {
            store.putOpen(place.series(), isGone ? open.withoutOne() : open.with(place.week()));
        }
    }

    /** An upstream is further, or has begun a new epoch. */
    private void moved() {
        frontier.of(rules.sources()).ifPresent(this::closeUpTo);
        if (isDone()) {
            pass = null;
            rules.sources().forEach(this::tell);
        } else {
            rules.sources().stream()
                    .filter(source -> !frontier.standing(source).live())
                    .forEach(this::tell);
        }
        armIfDue();
    }

    private void closeUpTo(Instant at) {
        var last = rules.calendar().lastEnded(at, rules.grace());
        if (closing == null || last.isAfter(closing.through())) {
            keep(new ClosingState(last, ""));
        }
    }

    /** Whether there is something that may be done now: nothing may while a source is in its snapshot. */
    private boolean isDue() {
        return frontier.of(rules.sources()).isPresent() && !isDone();
    }

    private boolean isDone() {
        return late.isEmpty() && (closing == null || closing.next() == null);
    }

    private void work(long now) {
        if (!isDue()) {
            rest();
            return;
        }
        var slice = Slice.begin(nanoTime);
        if (pass == null) {
            beginPass();
        }
        close(slice);
        correct(slice);
        if (leftInPass == 0 && isClosed()) {
            endPass();
        }
    }

    private void beginPass() {
        var standing = new HashMap<String, Passed>();
        rules.sources().forEach(source -> standing.put(source, frontier.standing(source)));
        pass = standing;
        leftInPass = late.series();
    }

    private void endPass() {
        if (pass != null) {
            pass.forEach(this::tell);
            pass = null;
        }
        if (isDone()) {
            rules.sources().forEach(this::tell);
            rest();
        }
    }

    private boolean isClosed() {
        return closing == null || closing.next() == null;
    }

    private void close(Slice slice) {
        while (closing != null && closing.next() != null && !slice.isOver()) {
            var through = closing.through();
            var series = store.openSeries(closing.next(), SERIES_AT_ONCE + 1);
            series.stream().limit(SERIES_AT_ONCE).forEach(each -> folder.close(each, through));
            keep(new ClosingState(through, series.size() > SERIES_AT_ONCE ? series.get(SERIES_AT_ONCE) : null));
        }
    }

    private void correct(Slice slice) {
        while (isClosed() && closing != null && leftInPass > 0 && !slice.isOver()) {
            folder.correct(late.next(), late.take(), closing.through());
            leftInPass--;
        }
    }

    private void keep(ClosingState state) {
        closing = state;
        store.putClosing(state);
    }

    private void rest() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void tell(String source) {
        tell(source, frontier.standing(source));
    }

    /** Says how far a source is, once. */
    private void tell(String source, Passed passed) {
        if (!passed.equals(told.put(source, passed))) {
            forward(new WeeksPassed(source, context.taskId().partition(), passed));
        }
    }

    private void forward(WeekEvent event) {
        context.forward(new Record<>(key(event), event, context.currentSystemTimeMs()));
    }

    private static String key(WeekEvent event) {
        if (event instanceof WeekTold told) {
            return Keys.of(told.series().product(), told.series().region());
        }
        if (event instanceof WeekTooOld old) {
            return Keys.of(old.series().product(), old.series().region());
        }
        return ((WeeksPassed) event).source();
    }
}
