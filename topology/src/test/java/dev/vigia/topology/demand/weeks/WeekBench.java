package dev.vigia.topology.demand.weeks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.domain.Amounts;
import dev.vigia.domain.BusinessCalendar;
import dev.vigia.domain.BusinessWeek;
import dev.vigia.domain.ClosedWeek;
import dev.vigia.domain.Contribution;
import dev.vigia.domain.Money;
import dev.vigia.domain.Passed;
import dev.vigia.domain.Quantity;
import dev.vigia.domain.Series;
import dev.vigia.domain.Upstream;
import dev.vigia.schemas.Keys;
import dev.vigia.topology.demand.event.SeriesEvent;
import dev.vigia.topology.demand.event.SeriesEvent.Contributed;
import dev.vigia.topology.demand.event.SeriesEvent.UpstreamPassed;
import dev.vigia.topology.demand.event.WeekEvent;
import dev.vigia.topology.demand.event.WeekEvent.WeekTold;
import dev.vigia.topology.demand.event.WeekEvent.WeekTooOld;
import dev.vigia.topology.demand.event.WeekEvent.WeeksPassed;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** The totalling of weeks on a bench: what goes in, what was told, and restarts on what it kept. */
final class WeekBench {

    static final Duration GRACE = Duration.ofHours(24);
    static final BusinessCalendar CALENDAR = new BusinessCalendar(ZoneId.of("America/Sao_Paulo"), DayOfWeek.MONDAY);

    private static final String STORE = "weeks";

    private final KeyValueStore<Bytes, byte[]> kept = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(STORE), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();

    /** Passes by a tenth of a slice whenever somebody looks, so that slices end. */
    private final AtomicLong nanos = new AtomicLong();

    private final WeekRules rules;
    private final int upstreams;
    private final Map<Object, ClosedWeek> told = new HashMap<>();
    private final List<WeekEvent> events = new ArrayList<>();
    private MockProcessorContext<String, WeekEvent> context = new MockProcessorContext<>();
    private WeekTotaller totaller;

    /** @param upstreams how many partitions each source comes from */
    WeekBench(int upstreams, String... sources) {
        this.upstreams = upstreams;
        this.rules = new WeekRules(CALENDAR, GRACE, Set.of(sources));
        this.totaller = new WeekTotaller(STORE, rules, this::tick);
        kept.init(context.getStateStoreContext(), kept);
        restart();
    }

    /** A new task on the same state. */
    void restart() {
        context = new MockProcessorContext<>();
        context.setCurrentSystemTimeMs(0);
        context.addStateStore(kept);
        totaller = new WeekTotaller(STORE, rules, this::tick);
        totaller.init(context);
    }

    void add(String product, BusinessWeek week, int units) {
        add(product, week, 1, units);
    }

    void add(String product, BusinessWeek week, int lines, int units) {
        var contribution = new Contribution(new Series(product, "SP"), week, lines, amounts(units));
        take(Keys.of(product, "SP"), new Contributed(contribution));
    }

    void passed(String source, int upstream, long epoch, boolean live, Instant at) {
        take(
                "~",
                new UpstreamPassed(
                        new Upstream(source, "join-orders", upstream), new Passed(epoch, live, at, upstreams)));
    }

    /** All upstreams of a source are so far. */
    void passed(String source, Instant at) {
        for (int upstream = 0; upstream < upstreams; upstream++) {
            passed(source, upstream, 1, true, at);
        }
    }

    /** All upstreams have passed the end of a week and its grace. */
    void close(String source, BusinessWeek week) {
        passed(source, CALENDAR.endsAt(week).plus(GRACE));
        workToTheEnd();
    }

    void work() {
        context.scheduledPunctuators().stream()
                .filter(timer -> !timer.cancelled())
                .forEach(timer -> timer.getPunctuator().punctuate(0));
        collect();
    }

    void workToTheEnd() {
        while (context.scheduledPunctuators().stream().anyMatch(timer -> !timer.cancelled())) {
            work();
        }
    }

    /** The newest that was told of each week of each series. */
    Map<Object, ClosedWeek> told() {
        return Map.copyOf(told);
    }

    List<WeekEvent> events() {
        return List.copyOf(events);
    }

    <T extends WeekEvent> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    void forgetEvents() {
        events.clear();
    }

    static Object cell(String product, BusinessWeek week) {
        return Map.entry(new Series(product, "SP"), week);
    }

    static Amounts amounts(int units) {
        return units == 0 ? Amounts.NOTHING : Amounts.sold(new Quantity(units * 1_000L), new Money(units * 250L));
    }

    private void take(String key, SeriesEvent event) {
        totaller.process(new Record<>(key, event, 0));
        collect();
    }

    private void collect() {
        for (var forwarded : context.forwarded()) {
            collect(forwarded.record().value());
        }
        context.resetForwards();
    }

    /** Each revision follows the one before, and says something else. */
    private void collect(WeekEvent event) {
        events.add(event);
        if (event instanceof WeekTold week) {
            var before = told.put(Map.entry(week.series(), week.week().week()), week.week());
            assertThat(week.week().revision()).isEqualTo(before == null ? 0 : before.revision() + 1);
            if (before != null) {
                assertThat(week.week().amounts()).isNotEqualTo(before.amounts());
            }
        }
        assertThat(event).isInstanceOfAny(WeekTold.class, WeekTooOld.class, WeeksPassed.class);
    }

    private long tick() {
        return nanos.addAndGet(25_000_000);
    }
}
