package dev.vigia.schemas;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a topic is kept.
 *
 * @param cleanup {@code cleanup.policy} of the topic
 * @param retention how long records are kept; for a compacted topic, how long a null outlives its key
 * @param fixedPartitions number of partitions, or 0 where the topic shares the count of all that are joined
 * @param largestRecord bytes that a record may have, or 0 for what the brokers take anyway
 */
public record Storage(String cleanup, Duration retention, int fixedPartitions, int largestRecord) {

    private static final Duration FOREVER = Duration.ofMillis(-1);

    /**
     * The newest record of each key. A reader that was away for up to a week still learns of every delete; after two
     * weeks at most, what was deleted is gone from the disks too.
     */
    static Storage newestPerKey() {
        return new Storage("compact", Duration.ofDays(7), 0, 0);
    }

    /** Every record, for so many days. */
    static Storage days(int days) {
        return new Storage("delete", Duration.ofDays(days), 0, 0);
    }

    /** Every record, without end: where many records share a key and all of them matter. */
    static Storage forever() {
        return new Storage("delete", FOREVER, 0, 0);
    }

    /** The same in one partition: little traffic, and nothing it is joined with by key. */
    Storage inOnePartition() {
        return new Storage(cleanup, retention, 1, largestRecord);
    }

    /** The same with room for records of so many bytes. */
    Storage withRecordsUpTo(int bytes) {
        return new Storage(cleanup, retention, fixedPartitions, bytes);
    }

    /** The number of partitions, given the count that joined topics share. */
    public int partitions(int shared) {
        return fixedPartitions == 0 ? shared : fixedPartitions;
    }

    /** The topic configuration that makes it so. */
    public Map<String, String> config() {
        var millis = Long.toString(retention.toMillis());
        var config = new TreeMap<>(Map.of("cleanup.policy", cleanup));
        if (isCompacted()) {
            config.put("delete.retention.ms", millis);
            config.put("max.compaction.lag.ms", millis);
        } else {
            config.put("retention.ms", millis);
        }
        if (largestRecord > 0) {
            config.put("max.message.bytes", Integer.toString(largestRecord));
        }
        return config;
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
