package dev.vigia.connect.envelope;

import dev.vigia.connect.row.TableId;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Where a change event comes from: the envelope's block {@code source}.
 *
 * @param lsn where in the log the event itself lies; null where the source does not say. Not {@code sequence}, which has
 *     the commit before
 * @param transaction that made the change; null in snapshots
 * @param committedAt when that transaction was committed, or the snapshot taken
 */
public record EventSource(
        TableId table,
        boolean snapshot,
        @Nullable Long lsn,
        @Nullable Long transaction,
        Instant committedAt) {

    /** The source of an envelope. */
    public static EventSource of(Struct envelope) {
        var source = envelope.getStruct("source");
        var schema = text(source, source.schema().field("schema") == null ? "db" : "schema");
        return new EventSource(
                new TableId(schema == null ? "" : schema, Objects.requireNonNullElse(text(source, "table"), "")),
                Operations.isSnapshot(Objects.requireNonNullElse(text(source, "snapshot"), "")),
                number(source, "lsn"),
                number(source, "txId"),
                Instant.ofEpochMilli(Objects.requireNonNullElse(number(source, "ts_ms"), 0L)));
    }

    private static @Nullable String text(Struct source, String field) {
        return value(source, field) instanceof String text ? text : null;
    }

    private static @Nullable Long number(Struct source, String field) {
        return value(source, field) instanceof Long number ? number : null;
    }

    private static @Nullable Object value(Struct source, String field) {
        return source.schema().field(field) == null ? null : source.get(field);
    }
}
