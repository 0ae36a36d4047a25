package dev.vigia.connect.topics;

import dev.vigia.connect.envelope.Event;
import dev.vigia.connect.envelope.TopicEvents;
import dev.vigia.connect.envelope.TopicOrigin;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What the tables look like now, as the newest events of their topics show it. */
final class Shapes {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Records to look back: the newest may be tombstones, or what Kafka itself writes. */
    private static final long NEWEST = 50;

    private final Consumer<byte[], byte[]> consumer;
    private final TopicEvents events;
    private final Map<String, TableId> topics;
    private final Map<TableId, TableShape> found = new HashMap<>();
    private final Map<TableId, Instant> foundAt = new HashMap<>();

    Shapes(Consumer<byte[], byte[]> consumer, TopicEvents events, Map<String, TableId> topics) {
        this.consumer = consumer;
        this.events = events;
        this.topics = topics;
    }

    /** Looks at the end of each partition, then, for tables that were not met there, at all of it. */
    Map<TableId, TableShape> look(Collection<TopicPartition> partitions) {
        read(partitions, NEWEST);
        var unknown = partitions.stream()
                .filter(partition -> !found.containsKey(topics.get(partition.topic())))
                .toList();
        read(unknown, Long.MAX_VALUE);
        return found;
    }

    private void read(Collection<TopicPartition> partitions, long back) {
        var ends = consumer.endOffsets(partitions);
        var beginnings = consumer.beginningOffsets(partitions);
        consumer.assign(partitions);
        for (var partition : partitions) {
            long wanted = offset(ends, partition) - Math.min(back, 1L << 60);
            consumer.seek(partition, Math.max(offset(beginnings, partition), wanted));
        }
        var open = new ArrayList<>(partitions);
        while (!open.isEmpty()) {
            consumer.poll(POLL).forEach(this::look);
            open.removeIf(partition -> consumer.position(partition) >= offset(ends, partition)
                    || (back > NEWEST && found.containsKey(topics.get(partition.topic()))));
        }
        consumer.assign(List.of());
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition));
    }

    private void look(ConsumerRecord<byte[], byte[]> record) {
        var table = Objects.requireNonNull(topics.get(record.topic()));
        var origin = new TopicOrigin(record.topic(), table, Instant.ofEpochMilli(record.timestamp()));
        if (events.read(origin, record.key(), record.value()) instanceof Event.Changed changed) {
            note(changed.shape(), changed.source().committedAt());
        }
    }

    private void note(TableShape shape, Instant at) {
        if (!at.isBefore(foundAt.getOrDefault(shape.table(), Instant.MIN))) {
            found.put(shape.table(), shape);
            foundAt.put(shape.table(), at);
        }
    }
}
