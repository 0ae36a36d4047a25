package dev.vigia.connect.mqtt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.function.ToDoubleFunction;

/** What an intake counts: only what was committed, so that received is always written, refused and excluded together. */
final class IntakeMetrics {

    private final MeterRegistry registry;
    private final Tags tags;
    private final Counter messages;
    private final Counter received;
    private final Counter written;
    private final Counter refused;
    private final Counter excluded;

    IntakeMetrics(MeterRegistry registry, String source) {
        this.registry = registry;
        this.tags = Tags.of("source", source);
        messages = registry.counter("vigia.mqtt.messages", tags);
        received = registry.counter("vigia.mqtt.readings.received", tags);
        written = registry.counter("vigia.mqtt.readings.written", tags);
        refused = registry.counter("vigia.mqtt.readings.refused", tags);
        excluded = registry.counter("vigia.mqtt.readings.excluded", tags);
    }

    void committed(Tally tally) {
        add(messages, tally.messages());
        add(received, tally.received());
        add(written, tally.written());
        add(refused, tally.refused());
        add(excluded, tally.excluded());
    }

    /** Counts far below the 53 bits of a double. */
    private static void add(Counter counter, long more) {
        counter.increment((double) more);
    }

    <T> void gauge(String name, T of, ToDoubleFunction<T> value) {
        Gauge.builder("vigia.mqtt." + name, of, value).tags(tags).register(registry);
    }
}
