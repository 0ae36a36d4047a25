package dev.vigia.connect.envelope;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Whether the image before a change holds the whole row, for readers that cannot ask the database.
 *
 * <p>Of an update PostgreSQL tells it only where the table has REPLICA IDENTITY FULL. Of a delete it is always there;
 * where it has no more than the key, the other columns are null, zero, empty, or what the column defaults to. One thread.
 */
final class BeforeImage {

    private @Nullable Boolean full;

    /** Remembers what an update showed. */
    void updated(boolean hasBefore) {
        full = hasBefore;
    }

    /** Whether the image of a delete is whole, by what updates showed, else by the values of its columns beside the key. */
    boolean isWhole(Collection<? extends @Nullable Object> besideKey) {
        return full == null ? besideKey.isEmpty() || besideKey.stream().anyMatch(BeforeImage::says) : full;
    }

    private static boolean says(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        return value != null && !value.equals("") && !value.equals(false);
    }
}
