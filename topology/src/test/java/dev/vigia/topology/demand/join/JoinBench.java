package dev.vigia.topology.demand.join;

import dev.vigia.domain.BusinessWeek;
import dev.vigia.domain.Cell;
import dev.vigia.domain.Contribution;
import dev.vigia.domain.Money;
import dev.vigia.domain.OrderHeader;
import dev.vigia.domain.OrderLine;
import dev.vigia.domain.Passed;
import dev.vigia.domain.Quantity;
import dev.vigia.domain.Series;
import dev.vigia.schemas.Keys;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.Topics;
import dev.vigia.topology.demand.event.SalesEvent;
import dev.vigia.topology.demand.event.SalesEvent.LineChanged;
import dev.vigia.topology.demand.event.SalesEvent.OrderChanged;
import dev.vigia.topology.demand.event.SalesEvent.SourcePassed;
import dev.vigia.topology.demand.event.SeriesEvent;
import dev.vigia.topology.demand.event.SeriesEvent.Contributed;
import dev.vigia.topology.demand.event.SeriesEvent.UpstreamPassed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** An order join on a bench: what goes in, what came out, and restarts on what it kept. */
final class JoinBench {

    private static final String STORE = "orders";

    private final KeyValueStore<Bytes, byte[]> kept = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(STORE), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();

    /** Passes by a tenth of a slice whenever somebody looks, so that slices end. */
    private final AtomicLong nanos = new AtomicLong();

    private final Map<Object, Cell> totals = new HashMap<>();
    private final List<UpstreamPassed> passed = new ArrayList<>();
    private MockProcessorContext<String, SeriesEvent> context = new MockProcessorContext<>();
    private OrderJoiner joiner = new OrderJoiner(STORE, this::tick);

    JoinBench() {
        kept.init(context.getStateStoreContext(), kept);
        restart();
    }

    /** A new task on the same state. */
    void restart() {
        context = new MockProcessorContext<>();
        context.setCurrentSystemTimeMs(0);
        context.addStateStore(kept);
        joiner = new OrderJoiner(STORE, this::tick);
        joiner.init(context);
    }

    void order(String source, String order, Position position, @Nullable OrderHeader header) {
        take(new OrderChanged(Keys.of(order), source, position, header));
    }

    void line(String source, String order, String line, Position position, @Nullable OrderLine said) {
        take(new LineChanged(Keys.of(order), Keys.of(order, line), source, position, said));
    }

    /** Both topics say so, orders first. */
    void passed(String source, Passed how) {
        take(new SourcePassed(source, Topics.SALES_ORDERS.name(), how));
        take(new SourcePassed(source, Topics.SALES_LINES.name(), how));
    }

    void take(SalesEvent event) {
        joiner.process(new Record<>("", event, 0));
        collect();
    }

    /** One slice of whatever is due. */
    void work() {
        context.scheduledPunctuators().stream()
                .filter(timer -> !timer.cancelled())
                .forEach(timer -> timer.getPunctuator().punctuate(0));
        collect();
    }

    void workToTheEnd() {
        while (isWorking()) {
            work();
        }
    }

    boolean isWorking() {
        return context.scheduledPunctuators().stream().anyMatch(timer -> !timer.cancelled());
    }

    /** What has been added up so far, without cells of nothing. */
    Map<Object, Cell> totals() {
        return Map.copyOf(totals);
    }

    /** How far sources were said to be, oldest first. */
    List<UpstreamPassed> passed() {
        return List.copyOf(passed);
    }

    static OrderHeader header(int week, String region) {
        return new OrderHeader(new BusinessWeek(week), region, false);
    }

    static OrderLine said(String product, int units) {
        return new OrderLine(product, new Quantity(units * 1_000L), new Money(units * 250L), null);
    }

    static Passed live(long epoch, long at) {
        return new Passed(epoch, true, Instant.ofEpochSecond(at), 1);
    }

    static void add(Map<Object, Cell> totals, Contribution contribution) {
        var cell = cell(contribution.series(), contribution.week());
        var sum = totals.getOrDefault(cell, Cell.EMPTY).plus(contribution);
        if (sum.isEmpty()) {
            totals.remove(cell);
        } else {
            totals.put(cell, sum);
        }
    }

    static Object cell(Series series, BusinessWeek week) {
        return Map.entry(series, week);
    }

    private void collect() {
        for (var forwarded : context.forwarded()) {
            var event = Objects.requireNonNull(forwarded.record().value());
            if (event instanceof Contributed contributed) {
                add(totals, contributed.contribution());
            } else if (event instanceof UpstreamPassed upstream) {
                passed.add(upstream);
            }
        }
        context.resetForwards();
    }

    private long tick() {
        return nanos.addAndGet(25_000_000);
    }
}
