package dev.vigia.connect.csv;

import dev.vigia.connect.record.Output;
import java.util.HashMap;
import java.util.Map;

/** Neighbouring lines of one order say the same of it, and once is enough: what was last said to each topic. One thread. */
final class Neighbours {

    private final Map<String, Output.Upsert> newest = new HashMap<>();

    /** Whether this is anything but what was last said. */
    boolean isNews(Output output) {
        if (output instanceof Output.Upsert upsert) {
            var last = newest.put(upsert.topic().name(), upsert);
            return last == null || !saysTheSame(last, upsert);
        }
        if (output instanceof Output.Delete delete) {
            newest.remove(delete.topic().name());
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // Most of those that say the same are the same, and that is quick to see.
    private static boolean saysTheSame(Output.Upsert one, Output.Upsert other) {
        return one == other || (one.key().equals(other.key()) && one.value().equals(other.value()));
    }
}
