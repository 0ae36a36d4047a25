package dev.vigia.schemas;

import java.time.Duration;
import java.util.Map;

/**
 * How a topic is kept.
 *
 * @param cleanup {@code cleanup.policy} of the topic
 * @param retention how long records are kept; for a compacted topic, how long a null outlives its key
 * @param fixedPartitions number of partitions, or 0 where the topic shares the count of all that are joined
 */
public record Storage(String cleanup, Duration retention, int fixedPartitions) {

    private static final Duration FOREVER = Duration.ofMillis(-1);

    /**
     * The newest record of each key. A reader that was away for up to a week still learns of every delete; after two
     * weeks at most, what was deleted is gone from the disks too.
     */
    static Storage newestPerKey() {
        return new Storage("compact", Duration.ofDays(7), 0);
    }

    /** Every record, for so many days. */
    static Storage days(int days) {
        return new Storage("delete", Duration.ofDays(days), 0);
    }

    /** Every record, without end: where many records share a key and all of them matter. */
    static Storage forever() {
        return new Storage("delete", FOREVER, 0);
    }

    /** The same in one partition: little traffic, and nothing it is joined with by key. */
    Storage inOnePartition() {
        return new Storage(cleanup, retention, 1);
    }

    /** The number of partitions, given the count that joined topics share. */
    public int partitions(int shared) {
        return fixedPartitions == 0 ? shared : fixedPartitions;
    }

    /** The topic configuration that makes it so. */
    public Map<String, String> config() {
        var millis = Long.toString(retention.toMillis());
        return isCompacted()
                ? Map.of("cleanup.policy", cleanup, "delete.retention.ms", millis, "max.compaction.lag.ms", millis)
                : Map.of("cleanup.policy", cleanup, "retention.ms", millis);
    }

    /** How long, in words. */
    public String words() {
        if (isCompacted()) {
            return "newest per key";
        }
        return retention.equals(FOREVER) ? "without end" : retention.toDays() + " days";
    }

    private boolean isCompacted() {
        return cleanup.equals("compact");
    }
}
