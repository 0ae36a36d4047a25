package dev.vigia.connect.mapping;

import dev.vigia.connect.row.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows that the lookups of a rule have found so far, by the name of the lookup. */
public final class Found {

    private static final Found NOTHING = new Found(Map.of());

    private final Map<String, List<Row>> rows;

    private Found(Map<String, List<Row>> rows) {
        this.rows = rows;
    }

    public static Found nothing() {
        return NOTHING;
    }

    /** The same, and what one more lookup found. */
    public Found and(Lookup lookup, List<Row> found) {
        var all = new HashMap<>(rows);
        all.put(lookup.name(), lookup.pick(found));
        return new Found(all);
    }

    /** What a lookup found; empty where it found nothing or was not made. */
    public List<Row> by(String lookup) {
        return rows.getOrDefault(lookup, List.of());
    }
}
