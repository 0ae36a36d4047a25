package dev.vigia.schemas.registry;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/** Ids that the registry did not know a moment ago: not asked for again until then, so a flood of them is no burden. */
final class MissingIds {

    private static final int MOST = 1_000;

    private final ConcurrentMap<Integer, Long> askedAt = new ConcurrentHashMap<>();
    private final long ttlNanos;
    private final LongSupplier nanoTime;

    MissingIds(Duration ttl, LongSupplier nanoTime) {
        this.ttlNanos = ttl.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Refuses an id that was found missing lately. */
    void check(int id) {
        var asked = askedAt.get(id);
        if (asked != null && nanoTime.getAsLong() - asked < ttlNanos) {
            throw new SchemaRefusedException(404, "the registry does not know schema id " + id);
        }
    }

    void add(int id) {
        if (askedAt.size() >= MOST) {
            askedAt.clear();
        }
        askedAt.put(id, nanoTime.getAsLong());
    }
}
