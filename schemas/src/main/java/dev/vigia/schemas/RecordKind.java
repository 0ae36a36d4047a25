package dev.vigia.schemas;

import dev.vigia.schema.Deleted;
import dev.vigia.schema.OutputProgress;
import dev.vigia.schema.ProgressMarker;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.common.header.Headers;

/**
 * What a record is besides data. Only what is not data carries the header, so that a Connect sink drops all of it with
 * the predicate {@code HasHeaderKey}.
 */
public enum RecordKind {
    DATA,
    DELETED,
    MARKER,
    PROGRESS;

    /** The header that says so, in lower case; absent on data. */
    public static final String HEADER = "vigia.kind";

    /** The kind of a record. */
    public static RecordKind of(Object value) {
        if (value instanceof ProgressMarker) {
            return MARKER;
        }
        if (value instanceof OutputProgress) {
            return PROGRESS;
        }
        return value instanceof Deleted ? DELETED : DATA;
    }

    /** Makes the headers say what the record is. */
    public static void mark(Headers headers, Object value) {
        var kind = of(value);
        if (headers.lastHeader(HEADER) != null) {
            headers.remove(HEADER);
        }
        if (kind != DATA) {
            headers.add(HEADER, kind.name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        }
    }
}
