package dev.vigia.connect.envelope;

import dev.vigia.connect.envelope.Event.Aside;
import dev.vigia.connect.envelope.Event.Changed;
import dev.vigia.connect.envelope.Event.Heartbeat;
import dev.vigia.connect.envelope.Event.Truncated;
import dev.vigia.connect.envelope.Event.Unreadable;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.row.RowChange.Operation;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/** Reads change events as Kafka Connect has them: whole envelopes, and rows that were taken out of theirs. One thread. */
public final class StructEvents {

    private static final Map<String, String> ASIDE = Map.of(
            "io.debezium.connector.common.Heartbeat", "heartbeat",
            "io.debezium.connector.common.TransactionMetadataValue", "transaction",
            "io.debezium.connector.schema.Change", "schema change");

    private final WantedColumns wanted;
    private final Map<TableId, StructTable> tables = new HashMap<>();
    private final StructRows heartbeats =
            new StructRows(new TableShape(new TableId("", ""), List.of(HeartbeatTable.AT), List.of()));

    public StructEvents(WantedColumns wanted) {
        this.wanted = wanted;
    }

    /** Reads an event, whatever it is. */
    public Event read(TopicOrigin origin, @Nullable Object key, Object value) {
        try {
            return value instanceof Struct struct
                    ? known(origin, key, struct)
                    : unreadable(
                            "unreadable",
                            "the event is not a structure but a "
                                    + value.getClass().getSimpleName());
        } catch (UnreadableEventException e) {
            return unreadable(e.reason(), e.getMessage());
        } catch (UnavailableValueException e) {
            return unreadable("unavailable-value", e.getMessage());
        } catch (DataException | IllegalStateException e) {
            return unreadable("unreadable", Nonsense.words(e));
        }
    }

    private static Event unreadable(String reason, @Nullable String message) {
        return new Unreadable(new Refusal(reason, String.valueOf(message), "change event"));
    }

    private Event known(TopicOrigin origin, @Nullable Object key, Struct value) {
        var schema = value.schema();
        if (schema.field("op") != null && schema.field("source") != null) {
            return envelope(key, value);
        }
        var aside = aside(schema);
        return aside == null ? flat(origin, key, value) : new Aside(aside);
    }

    private static @Nullable String aside(Schema schema) {
        var named = schema.name() == null ? null : ASIDE.get(schema.name());
        if (named != null) {
            return named;
        }
        if (schema.field("tableChanges") != null) {
            return "schema change";
        }
        if (schema.field("status") != null && schema.field("event_count") != null) {
            return "transaction";
        }
        return schema.fields().size() == 1 && schema.field("ts_ms") != null ? "heartbeat" : null;
    }

    private Event envelope(@Nullable Object key, Struct value) {
        var op = Objects.requireNonNullElse(value.getString("op"), "");
        if (op.equals("m")) {
            return new Aside("message");
        }
        var source = EventSource.of(value);
        if (op.equals("t")) {
            return new Truncated(source);
        }
        var operation = Operations.of(op);
        var image = value.getStruct(operation == Operation.DELETE ? "before" : "after");
        if (image == null) {
            throw new UnreadableEventException("the event of operation \"" + op + "\" has no row");
        }
        if (HeartbeatTable.is(source.table())) {
            return operation == Operation.DELETE ? new Aside("heartbeat") : heartbeat(source, image);
        }
        var table = table(source.table(), key, image.schema());
        var change = table.change(operation, value);
        return new Changed(
                change, table.shape(), source, Operations.isLast(text(value.getStruct("source"), "snapshot")));
    }

    /** A row without its envelope; what was added to it begins with two underscores. */
    private Event flat(TopicOrigin origin, @Nullable Object key, Struct value) {
        var at = number(value, "__source_ts_ms");
        var source = new EventSource(
                origin.table(),
                false,
                number(value, "__source_lsn"),
                null,
                at == null ? origin.writtenAt() : Instant.ofEpochMilli(at));
        if (HeartbeatTable.is(source.table())) {
            return heartbeat(source, value);
        }
        var operation = Operations.flat(text(value, "__op"), text(value, "__deleted"));
        var table = table(source.table(), key, value.schema());
        boolean last = Operations.isLast(text(value, "__source_snapshot"));
        return new Changed(table.flat(operation, value), table.shape(), source, last);
    }

    private Event heartbeat(EventSource source, Struct row) {
        if (!heartbeats.problems(row.schema()).isEmpty()) {
            throw new UnreadableEventException("the heartbeat is not a row of (at timestamptz)");
        }
        return heartbeats.row(row).get("at") instanceof Instant at
                ? new Heartbeat(at, source)
                : new Aside("heartbeat without a time");
    }

    private StructTable table(TableId id, @Nullable Object key, Schema row) {
        var primaryKey = key instanceof Struct struct ? names(struct.schema()) : List.<String>of();
        var known = tables.get(id);
        return known != null && known.reads(row, primaryKey) ? known : learn(id, primaryKey, row);
    }

    private StructTable learn(TableId id, List<String> primaryKey, Schema row) {
        var before = tables.get(id);
        var identity = before == null ? new BeforeImage() : before.identity();
        var table = new StructTable(row, new SchemaShape(wanted, id).of(primaryKey, row), identity);
        tables.put(id, table);
        return table;
    }

    private static List<String> names(Schema key) {
        return key.fields().stream().map(Field::name).toList();
    }

    private static String text(Struct struct, String field) {
        return value(struct, field) instanceof String text ? text : "";
    }

    private static @Nullable Long number(Struct struct, String field) {
        return value(struct, field) instanceof Long number ? number : null;
    }

    private static @Nullable Object value(Struct struct, String field) {
        return struct.schema().field(field) == null ? null : struct.get(field);
    }
}
