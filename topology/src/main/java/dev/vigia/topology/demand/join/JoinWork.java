package dev.vigia.topology.demand.join;

import dev.vigia.domain.Contribution;
import dev.vigia.domain.Passed;
import dev.vigia.domain.Upstream;
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
import dev.vigia.topology.demand.state.LineRow;
import dev.vigia.topology.demand.state.OrderRow;
import dev.vigia.topology.slice.Slice;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** What the join of one task does, between its assignment and its loss. */
final class JoinWork {

    private static final List<String> TOPICS = List.of(Topics.SALES_ORDERS.name(), Topics.SALES_LINES.name());
    private static final String PROGRESS = "~";
    private static final Duration TICK = Duration.ofMillis(20);

    private final ProcessorContext<String, SeriesEvent> context;
    private final JoinStore store;
    private final SourceProgress progress;
    private final Reconciler reconciler = new Reconciler(this::contribute);
    private final FanOut fanOut;
    private final Sweeper sweeper;
    private final Deque<String> pass = new ArrayDeque<>();
    private final Map<String, Passed> passed = new TreeMap<>();
    private final LongSupplier nanoTime;
    private @Nullable Cancellable timer;

    JoinWork(ProcessorContext<String, SeriesEvent> context, JoinStore store, LongSupplier nanoTime) {
        this.context = context;
        this.nanoTime = nanoTime;
        this.store = store;
        this.progress = new SourceProgress(store, TOPICS);
        this.fanOut = new FanOut(store, reconciler);
        this.sweeper = new Sweeper(store, reconciler, fanOut, progress::joint);
    }

    void take(SalesEvent event) {
        if (event instanceof SourcePassed marker) {
            if (progress.hear(marker.source(), marker.topic(), marker.passed())) {
                moved(marker.source());
            }
        } else if (event instanceof OrderChanged order) {
            if (admits(order, TOPICS.get(0), order.position())) {
                change(order);
            }
        } else if (event instanceof LineChanged line && admits(line, TOPICS.get(1), line.position())) {
            change(line);
        }
    }

    private boolean admits(SalesEvent event, String topic, Position position) {
        return progress.admits(event.source(), topic, position.epoch(), () -> moved(event.source()));
    }

    private void change(OrderChanged event) {
        var before = store.order(event.order());
        if (before != null && before.position().compareTo(event.position()) >= 0) {
            return;
        }
        store.put(event.order(), new OrderRow(event.source(), event.position(), event.header()));
        if (before == null || !Objects.equals(before.header(), event.header())) {
            fanOut.tell(event.order());
            armIfDue();
        }
    }

    private void change(LineChanged event) {
        var before = store.line(event.key());
        if (before != null && before.position().compareTo(event.position()) >= 0) {
            return;
        }
        var applied = before == null ? null : before.applied();
        var now = new LineRow(event.source(), event.position(), event.line(), applied);
        store.put(event.key(), reconciler.reconcile(store.order(event.order()), now));
    }

    /** A source is further, or has begun a new epoch. */
    private void moved(String source) {
        sweeper.beginIfDue(source);
        var joint = progress.joint(source);
        if (!joint.live() || isIdle()) {
            send(source, joint);
        }
        armIfDue();
    }

    private void work(long now) {
        var slice = Slice.begin(nanoTime);
        sweeper.goOn(slice);
        if (!sweeper.isIdle()) {
            return;
        }
        while (!slice.isOver()) {
            if (pass.isEmpty()) {
                endPass();
                if (isIdle()) {
                    disarm();
                    return;
                }
                beginPass();
            }
            if (pass.isEmpty() || !fanOut.goOn(pass.element(), slice)) {
                return;
            }
            pass.remove();
        }
    }

    /** All that is due now is to be done before the sources count as being as far as they are now. */
    private void beginPass() {
        pass.addAll(fanOut.waiting());
        progress.sources().stream().filter(this::isSwept).forEach(source -> passed.put(source, progress.joint(source)));
    }

    private void endPass() {
        passed.forEach(this::send);
        passed.clear();
        if (fanOut.isIdle()) {
            progress.sources().stream().filter(this::isSwept).forEach(source -> send(source, progress.joint(source)));
        }
    }

    private boolean isSwept(String source) {
        return progress.joint(source).live() && sweeper.isDone(source);
    }

    private boolean isIdle() {
        return fanOut.isIdle() && sweeper.isIdle();
    }

    void armIfDue() {
        if (timer == null && !isIdle()) {
            timer = context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::work);
        }
    }

    private void disarm() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void send(String source, Passed joint) {
        var next = progress.send(source, joint);
        if (next != null) {
            var upstream =
                    new Upstream(source, OrderJoiner.STEP, context.taskId().partition());
            forward(PROGRESS, new UpstreamPassed(upstream, next));
        }
    }

    private void contribute(Contribution contribution) {
        var series = contribution.series();
        forward(Keys.of(series.product(), series.region()), new Contributed(contribution));
    }

    private void forward(String key, SeriesEvent event) {
        context.forward(new Record<>(key, event, context.currentSystemTimeMs()));
    }
}
