package dev.vigia.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Where in its source a canonical record comes from; of two records with one key, the greater position is the newer.
 * Positions of different keys, or of a record and a marker, say nothing about each other.
 *
 * @param epoch begins anew with a snapshot, database or timeline
 * @param offset an LSN, a Kafka offset or the number of an import
 * @param ordinal tells apart what has the same offset
 */
public record Position(long epoch, long offset, long ordinal) implements Comparable<Position> {

    /** The header that carries it, as {@code epoch:offset:ordinal}. */
    public static final String HEADER = "vigia.position";

    private static final Comparator<Position> ORDER = Comparator.comparingLong(Position::epoch)
            .thenComparingLong(Position::offset)
            .thenComparingLong(Position::ordinal);

    /** The position that a record carries, or null where it carries none. */
    public static @Nullable Position of(Headers headers) {
        var header = headers.lastHeader(HEADER);
        return header == null ? null : parse(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** Reads what {@link #toString} wrote. */
    public static Position parse(String text) {
        var parts = text.split(":", -1);
        if (parts.length != 3) {
            throw malformed(text);
        }
        try {
            return new Position(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        } catch (NumberFormatException e) {
            throw malformed(text);
        }
    }

    /** Makes a record carry this position instead of any other. */
    public void writeTo(Headers headers) {
        if (headers.lastHeader(HEADER) != null) {
            headers.remove(HEADER);
        }
        headers.add(HEADER, toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return epoch + ":" + offset + ":" + ordinal;
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException("position \"" + text + "\" is not of the form epoch:offset:ordinal");
    }
}
