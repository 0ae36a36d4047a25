package dev.vigia.connect.transform;

import dev.vigia.connect.envelope.Event;
import dev.vigia.connect.envelope.StructEvents;
import dev.vigia.connect.envelope.TopicOrigin;
import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.record.RowByRow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;

/**
 * Makes canonical records of the change events of a Debezium source connector, one of each. What is refused goes to the
 * dead letters, so that the task goes on; a registry that does not answer is tried again. One thread, as Kafka Connect
 * uses it; the order of a task's events is the order of positions.
 */
public final class VigiaTransform<R extends ConnectRecord<R>> implements Transformation<R>, Versioned {

    private final Clock clock;
    private @Nullable Work<R> work;

    /** For Kafka Connect, which configures it next. */
    public VigiaTransform() {
        this(Clock.systemUTC());
    }

    VigiaTransform(Clock clock) {
        this.clock = clock;
    }

    /** What there is once it is configured. */
    private record Work<R extends ConnectRecord<R>>(
            Mapping mapping,
            TransformConfig config,
            ChosenRules rules,
            StructEvents events,
            Written<R> written,
            Tombstones tombstones) {}

    @Override
    public void configure(Map<String, ?> settings) {
        var config = new TransformConfig(settings);
        var mapping = MappingFile.read(config.getString(TransformConfig.MAPPING));
        var rules = new ChosenRules(mapping, config.getList(TransformConfig.RECORD), config.salt());
        work = new Work<>(
                mapping,
                config,
                rules,
                new StructEvents(mapping.wanted(rules.tables())),
                new Written<>(config, mapping.source(), clock),
                new Tombstones());
    }

    @Override
    public ConfigDef config() {
        return TransformConfig.DEFINITION;
    }

    @Override
    public String version() {
        return Objects.requireNonNullElse(getClass().getPackage().getImplementationVersion(), "0.1.0");
    }

    @Override
    public void close() {
        if (work != null) {
            work.written().close();
        }
    }

    @Override
    public @Nullable R apply(R record) {
        var configured = work;
        if (configured == null) {
            throw new IllegalStateException("configure() must be called before apply()");
        }
        return record.value() == null ? tombstone(configured, record) : event(configured, record, record.value());
    }

    private @Nullable R tombstone(Work<R> work, R record) {
        var deleted = work.tombstones().of(record.topic(), record.key());
        return deleted == null ? null : work.written().tombstone(record, deleted);
    }

    private @Nullable R event(Work<R> work, R record, Object value) {
        long millis = Objects.requireNonNullElse(record.timestamp(), clock.millis());
        var origin = new TopicOrigin(record.topic(), TopicTable.of(record.topic()), Instant.ofEpochMilli(millis));
        var event = work.events().read(origin, record.key(), value);
        if (event instanceof Event.Changed changed) {
            return changed(work, record, changed);
        }
        if (event instanceof Event.Unreadable unreadable) {
            return work.written().refused(record, unreadable.refusal(), "");
        }
        if (event instanceof Event.Truncated truncated) {
            return truncated(work, record, truncated);
        }
        return work.config().passesOther() ? work.written().passed(record) : null;
    }

    private @Nullable R truncated(Work<R> work, R record, Event.Truncated truncated) {
        var refusal = new Refusal(
                "truncated",
                truncated.source().table() + " was truncated: every row went, without a word about any of them. Let the"
                        + " connector take a new snapshot, with " + TransformConfig.EPOCH + " raised by one.",
                work.mapping().file());
        return work.written().refused(record, refusal, "");
    }

    private @Nullable R changed(Work<R> work, R record, Event.Changed changed) {
        var change = changed.change();
        var row = Objects.requireNonNullElse(change.after(), change.before());
        var rule = work.rules().of(row.shape());
        if (rule == null) {
            return null;
        }
        List<Output> outputs = new ArrayList<>(2);
        new RowByRow(rule).translate(change, outputs::add);
        if (outputs.isEmpty()) {
            return null;
        }
        return outputs.size() == 1
                ? output(work, record, changed, outputs.get(0))
                : work.written().refused(record, moved(rule.name()), "");
    }

    private R output(Work<R> work, R record, Event.Changed changed, Output output) {
        if (output instanceof Output.Refused refused) {
            return work.written().refused(record, refused, work.mapping());
        }
        if (output instanceof Output.Delete delete) {
            work.tombstones().deleted(record.topic(), record.key(), delete);
        }
        return work.written().output(record, output, changed.source());
    }

    private static Refusal moved(String rule) {
        return new Refusal(
                "moved",
                "the row has another key now: the old record must go and a new one come, and a transform makes one record"
                        + " of an event. Read the topics with vigia capture --topics instead.",
                rule);
    }
}
