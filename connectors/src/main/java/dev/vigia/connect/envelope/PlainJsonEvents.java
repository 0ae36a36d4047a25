package dev.vigia.connect.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vigia.connect.envelope.Event.Aside;
import dev.vigia.connect.envelope.Event.Changed;
import dev.vigia.connect.envelope.Event.Heartbeat;
import dev.vigia.connect.envelope.Event.Truncated;
import dev.vigia.connect.row.RowChange.Operation;
import dev.vigia.connect.row.TableId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads change events in JSON that does not say types: whole envelopes, and rows that were taken out of theirs. One thread. */
final class PlainJsonEvents {

    private final WantedColumns wanted;
    private final Map<TableId, JsonTable> tables = new HashMap<>();

    PlainJsonEvents(WantedColumns wanted) {
        this.wanted = wanted;
    }

    /**
     * Reads an event.
     *
     * @param origin table of the topic, and when the record was written
     * @throws UnreadableEventException where it is none
     */
    Event read(TopicOrigin origin, @Nullable JsonNode key, JsonNode value) {
        if (!value.isObject()) {
            throw new UnreadableEventException("the event is not an object but " + value.getNodeType());
        }
        if (value.has("op") && (value.has("source") || value.has("before") || value.has("after"))) {
            return envelope(origin, key, value);
        }
        var aside = aside(value);
        return aside == null ? flat(origin, key, value) : new Aside(aside);
    }

    private static @Nullable String aside(JsonNode value) {
        if (value.has("tableChanges") || value.has("ddl")) {
            return "schema change";
        }
        if (value.has("status") && value.has("id") && value.has("event_count")) {
            return "transaction";
        }
        return value.size() == 1 && value.has("ts_ms") ? "heartbeat" : null;
    }

    private Event envelope(TopicOrigin origin, @Nullable JsonNode key, JsonNode value) {
        var told = value.path("source");
        var source = source(origin, told);
        var op = value.path("op").asText();
        if (op.equals("m")) {
            return new Aside("message");
        }
        if (op.equals("t")) {
            return new Truncated(source);
        }
        var operation = Operations.of(op);
        var before = image(value, "before");
        var after = operation == Operation.DELETE ? null : image(value, "after");
        if (after == null && (operation != Operation.DELETE || before == null)) {
            throw new UnreadableEventException("the event of operation \"" + op + "\" has no row");
        }
        if (HeartbeatTable.is(source.table())) {
            return heartbeat(source, after);
        }
        var table = table(source.table(), key);
        boolean last = Operations.isLast(told.path("snapshot").asText());
        return new Changed(table.change(operation, before, after), table.shape(), source, last);
    }

    /** A row without its envelope; what was added to it begins with two underscores. */
    private Event flat(TopicOrigin origin, @Nullable JsonNode key, JsonNode value) {
        var lsn = value.path("__source_lsn");
        var millis = value.path("__source_ts_ms");
        var at = millis.isIntegralNumber() ? Instant.ofEpochMilli(millis.longValue()) : origin.writtenAt();
        var source = new EventSource(origin.table(), false, lsn.isIntegralNumber() ? lsn.longValue() : null, null, at);
        var operation = Operations.flat(
                value.path("__op").asText(), value.path("__deleted").asText());
        if (HeartbeatTable.is(source.table())) {
            return heartbeat(source, operation == Operation.DELETE ? null : value);
        }
        var table = table(source.table(), key);
        var change = operation == Operation.DELETE
                ? table.change(operation, value, null)
                : table.change(operation, null, value);
        return new Changed(change, table.shape(), source, false);
    }

    private static Event heartbeat(EventSource source, @Nullable JsonNode row) {
        var at = row == null ? null : new JsonColumn(HeartbeatTable.AT).read(row.get("at"));
        return at instanceof Instant moment ? new Heartbeat(moment, source) : new Aside("heartbeat without a time");
    }

    private static @Nullable JsonNode image(JsonNode value, String name) {
        var image = value.path(name);
        if (image.isMissingNode() || image.isNull()) {
            return null;
        }
        if (!image.isObject()) {
            throw new UnreadableEventException("\"" + name + "\" is not an object but " + image.getNodeType());
        }
        return image;
    }

    private static EventSource source(TopicOrigin origin, JsonNode told) {
        var schema = told.path("schema").asText(told.path("db").asText());
        var table = told.path("table").isTextual()
                ? new TableId(schema, told.path("table").textValue())
                : origin.table();
        var lsn = told.path("lsn");
        var transaction = told.path("txId");
        var at = told.path("ts_ms");
        return new EventSource(
                table,
                Operations.isSnapshot(told.path("snapshot").asText()),
                lsn.isIntegralNumber() ? lsn.longValue() : null,
                transaction.isIntegralNumber() ? transaction.longValue() : null,
                at.isIntegralNumber() ? Instant.ofEpochMilli(at.longValue()) : origin.writtenAt());
    }

    private JsonTable table(TableId id, @Nullable JsonNode key) {
        var primaryKey = new ArrayList<String>();
        if (key != null && key.isObject()) {
            key.fieldNames().forEachRemaining(primaryKey::add);
        }
        var known = tables.get(id);
        return known != null && known.shape().primaryKey().equals(primaryKey) ? known : learn(id, primaryKey, key);
    }

    private JsonTable learn(TableId id, List<String> primaryKey, @Nullable JsonNode key) {
        var shape = new DeclaredShape(wanted, id).of(primaryKey, key);
        var table = new JsonTable(shape);
        tables.put(id, table);
        return table;
    }
}
