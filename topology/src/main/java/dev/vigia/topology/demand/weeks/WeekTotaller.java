package dev.vigia.topology.demand.weeks;

import dev.vigia.topology.demand.event.SeriesEvent;
import dev.vigia.topology.demand.event.WeekEvent;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Totals series by week, closes weeks and corrects them.
 *
 * <p>A week closes when all sources have passed its end and its grace; dates of orders close nothing. While one of them is
 * in its snapshot nothing closes and nothing is corrected; what comes is kept. What comes for a week that has closed is
 * folded in soon: all of a series that has come by then makes one revision. How far a source is leaves after everything
 * that was due when it came. One thread a task; a slice of work at a time, and none while nothing is due.
 */
public final class WeekTotaller implements Processor<String, SeriesEvent, String, WeekEvent> {

    private final String storeName;
    private final WeekRules rules;
    private final LongSupplier nanoTime;

    /** All of it begins anew with {@link #init}, which is called again after a task was lost. */
    private @Nullable WeekWork work;

    public WeekTotaller(String storeName, WeekRules rules, LongSupplier nanoTime) {
        this.storeName = storeName;
        this.rules = rules;
        this.nanoTime = nanoTime;
    }

    @Override
    public void init(ProcessorContext<String, WeekEvent> context) {
        KeyValueStore<Bytes, byte[]> store = context.getStateStore(storeName);
        work = new WeekWork(context, new WeekStore(store), rules, nanoTime);
        work.armIfDue();
    }

    @Override
    public void process(Record<String, SeriesEvent> record) {
        Objects.requireNonNull(work, "not initialised").take(record.key(), record.value());
    }
}
