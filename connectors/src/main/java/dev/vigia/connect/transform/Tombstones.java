package dev.vigia.connect.transform;

import dev.vigia.connect.record.Output;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which delete the null that follows it belongs to: Debezium sends it next, under the key of the row. Where a task begins
 * between the two the null is left out, and the key is not compacted away. One thread.
 */
final class Tombstones {

    private record Last(@Nullable Object rowKey, Output.Delete delete) {}

    private final Map<String, Last> newest = new HashMap<>();

    void deleted(String topic, @Nullable Object rowKey, Output.Delete delete) {
        newest.put(topic, new Last(rowKey, delete));
    }

    /** The delete before; null where it was another row's. */
    Output.@Nullable Delete of(String topic, @Nullable Object rowKey) {
        var last = newest.remove(topic);
        return last != null && rowKey != null && rowKey.equals(last.rowKey()) ? last.delete() : null;
    }
}
