package dev.vigia.connect.transform;

import dev.vigia.connect.envelope.Event;
import dev.vigia.connect.envelope.EventSource;
import dev.vigia.connect.envelope.MappedColumns;
import dev.vigia.connect.envelope.StructEvents;
import dev.vigia.connect.envelope.TopicOrigin;
import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.record.RowByRow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.jspecify.annotations.Nullable;

/** What becomes of each event of a connector: a record, the delete of one, a dead letter, or nothing. One thread. */
final class EventTransform<R extends ConnectRecord<R>> implements AutoCloseable {

    private final Clock clock;
    private final TransformConfig config;
    private final Mapping mapping;
    private final ChosenRules rules;
    private final StructEvents events;
    private final Written<R> written;
    private final Tombstones tombstones = new Tombstones();

    EventTransform(TransformConfig config, Clock clock) {
        this.clock = clock;
        this.config = config;
        this.mapping = config.mapping();
        this.rules = new ChosenRules(mapping, config.getList(TransformConfig.RECORD), config.salt());
        this.events = new StructEvents(MappedColumns.of(mapping, rules.tables()));
        this.written = new Written<>(config, mapping.source(), clock);
    }

    @Nullable
    R apply(R record) {
        return record.value() == null ? tombstone(record) : event(record, record.value());
    }

    @Override
    public void close() {
        written.close();
    }

    private @Nullable R tombstone(R record) {
        var deleted = tombstones.of(record.topic(), record.key());
        return deleted == null ? null : written.tombstone(record, deleted);
    }

    private @Nullable R event(R record, Object value) {
        long millis = record.timestamp() == null ? clock.millis() : record.timestamp();
        var origin = new TopicOrigin(record.topic(), TopicTable.of(record.topic()), Instant.ofEpochMilli(millis));
        var event = events.read(origin, record.key(), value);
        if (event instanceof Event.Changed changed) {
            return changed(record, changed);
        }
        if (event instanceof Event.Unreadable unreadable) {
            return written.refused(record, unreadable.refusal(), Refused.unread(record));
        }
        if (event instanceof Event.Truncated truncated
                && rules.tables().contains(truncated.source().table())) {
            return written.refused(record, truncated(truncated.source()), Refused.unread(record));
        }
        return config.passesOther() ? written.passed(record) : null;
    }

    private @Nullable R changed(R record, Event.Changed changed) {
        var change = changed.change();
        var rule = rules.of(changed.shape());
        List<Output> outputs = new ArrayList<>(2);
        new RowByRow(rule).translate(change, outputs::add);
        if (outputs.isEmpty()) {
            return null;
        }
        return outputs.size() == 1
                ? output(record, changed.source(), outputs.get(0))
                : written.refused(record, moved(rule), Refused.row(Objects.requireNonNull(change.after()), mapping));
    }

    private R output(R record, EventSource source, Output output) {
        if (output instanceof Output.Refused refused) {
            return written.refused(record, refused.refusal(), Refused.row(refused.row(), mapping));
        }
        if (output instanceof Output.Delete delete) {
            tombstones.deleted(record.topic(), record.key(), delete);
        }
        return written.output(record, output, source);
    }

    private Refusal truncated(EventSource source) {
        return new Refusal(
                "truncated",
                source.table()
                        + " was truncated: every row went, without a word about any of them. Let the connector take"
                        + " a new snapshot, with " + TransformConfig.EPOCH + " raised by one.",
                mapping.file());
    }

    private static Refusal moved(Rule rule) {
        return new Refusal(
                "moved",
                "the row has another key now: the old record must go and a new one come, and a transform makes one record"
                        + " of an event. Read the topics with vigia capture --topics instead.",
                rule.name());
    }
}
