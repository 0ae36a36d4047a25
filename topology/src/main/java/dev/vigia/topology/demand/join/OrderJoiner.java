package dev.vigia.topology.demand.join;

import dev.vigia.topology.demand.event.SalesEvent;
import dev.vigia.topology.demand.event.SeriesEvent;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Joins headers and lines of orders and tells what each line adds to its series, whichever came first and however either
 * changes: −old, +new.
 *
 * <p>Of two records with one key the one with the greater position holds, in whatever order they come. How far a source is
 * leaves only after everything that was due when it came: the work is done in passes, and what comes in between waits for
 * the next. One thread a task; a slice of work at a time, and none while nothing is due.
 */
public final class OrderJoiner implements Processor<String, SalesEvent, String, SeriesEvent> {

    /** The name of this step for those who hear from it. */
    public static final String STEP = "join-orders";

    private final String storeName;
    private final LongSupplier nanoTime;

    /** All of it begins anew with {@link #init}, which is called again after a task was lost. */
    private @Nullable JoinWork work;

    public OrderJoiner(String storeName, LongSupplier nanoTime) {
        this.storeName = storeName;
        this.nanoTime = nanoTime;
    }

    @Override
    public void init(ProcessorContext<String, SeriesEvent> context) {
        KeyValueStore<Bytes, byte[]> store = context.getStateStore(storeName);
        work = new JoinWork(context, new JoinStore(store), nanoTime);
        work.armIfDue();
    }

    @Override
    public void process(Record<String, SalesEvent> record) {
        Objects.requireNonNull(work, "not initialised").take(record.value());
    }
}
