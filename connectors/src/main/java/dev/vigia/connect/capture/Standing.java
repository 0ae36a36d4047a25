package dev.vigia.connect.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a table stands in the log that we read.
 *
 * @param place what must not change at all: publication, table, replica identity, key, partitions
 * @param file that holds its rows; another after VACUUM FULL, and after a statement that wrote all rows anew
 * @param columns of each mapped column its place in the table, and which transaction defined it last
 */
record Standing(String place, String file, Map<String, Column> columns) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where a column is. */
    record Column(int place, String definedBy) {}

    /** Reads what {@link #json()} wrote; null where it is something else. */
    static @Nullable Standing parse(String json) {
        try {
            return JSON.readValue(json, Standing.class);
        } catch (JsonProcessingException other) {
            return null;
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same of some columns alone. */
    Standing only(Set<String> some) {
        var kept = new TreeMap<>(columns);
        kept.keySet().retainAll(some);
        return new Standing(place, file, kept);
    }

    /**
     * Whether rows may say something else now that no change in the log tells. A column that is gone is not looked at:
     * that shows in the log.
     */
    boolean differsFrom(Standing before) {
        return !place.equals(before.place)
                || has(before, (now, then) -> now.place != then.place)
                || (!file.equals(before.file) && has(before, (now, then) -> !now.definedBy.equals(then.definedBy)));
    }

    private boolean has(Standing before, Change change) {
        return columns.entrySet().stream().anyMatch(column -> {
            var then = before.columns.get(column.getKey());
            return then != null && change.isOf(Objects.requireNonNull(column.getValue()), then);
        });
    }

    private interface Change {
        boolean isOf(Column now, Column then);
    }
}
