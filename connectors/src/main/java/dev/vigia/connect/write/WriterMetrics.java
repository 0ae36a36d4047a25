package dev.vigia.connect.write;

import dev.vigia.schemas.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the writing of one source counts. One a source: the writers that are opened for it, one after another, share it. */
public final class WriterMetrics {

    private final MeterRegistry registry;
    private final String source;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final Map<String, Counter> written = new ConcurrentHashMap<>();
    private final AtomicLong markedSeconds = new AtomicLong();

    public WriterMetrics(MeterRegistry registry, String source) {
        this.registry = registry;
        this.source = source;
        registry.gauge("vigia.intake.marked.seconds", Tags.of("source", source), markedSeconds);
    }

    void written(Topic topic) {
        var counter = written.get(topic.name());
        if (counter == null) {
            counter = registry.counter("vigia.intake.records", "source", source, "topic", topic.name());
            written.put(topic.name(), counter);
        }
        counter.increment();
    }

    void refused(String reason) {
        count("vigia.intake.refused", "reason", reason);
    }

    void doubtful(String rule) {
        count("vigia.intake.issues", "rule", rule);
    }

    /** Business time of the newest marker, in seconds since 1970. */
    void marked(Instant at) {
        markedSeconds.set(at.getEpochSecond());
    }

    private void count(String name, String tag, String value) {
        counters.computeIfAbsent(name + value, any -> registry.counter(name, "source", source, tag, value))
                .increment();
    }
}
