package dev.vigia.bench.capture;

import dev.vigia.schema.Deleted;
import dev.vigia.schema.Phase;
import dev.vigia.schema.ProgressMarker;
import dev.vigia.schema.SalesLine;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.Topics;
import dev.vigia.schemas.registry.ValueSerdes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The newest committed line of every key, read on and on. One thread. */
final class NewestLines implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, SpecificRecord> consumer;
    private final Map<String, String> lines = new HashMap<>();
    private final Map<String, Position> positions = new HashMap<>();
    private final Map<Integer, Instant> marked = new HashMap<>();
    private final int partitions;
    private long backwards;

    NewestLines(TrialStack stack) {
        var settings = new HashMap<>(stack.kafka());
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("max.poll.records", 10_000);
        this.consumer = new KafkaConsumer<>(
                settings,
                new StringDeserializer(),
                ValueSerdes.<SpecificRecord>from(stack.values()).deserializer());
        var all = consumer.partitionsFor(Topics.SALES_LINES.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        this.partitions = all.size();
    }

    /** Reads until every partition says that all before a moment is written; false where that does not come in time. */
    boolean readUntil(Instant moment, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (marked.size() < partitions || !marked.values().stream().allMatch(moment::isBefore)) {
            if (System.nanoTime() - until > 0) {
                return false;
            }
            consumer.poll(POLL).forEach(this::take);
        }
        return true;
    }

    /** Reads until another snapshot has begun; false where none begins in time. */
    boolean readUntilSnapshot(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        marked.clear();
        while (!marked.containsValue(Instant.EPOCH)) {
            if (System.nanoTime() - until > 0) {
                return false;
            }
            consumer.poll(POLL).forEach(this::take);
        }
        return true;
    }

    Map<String, String> lines() {
        return lines;
    }

    /** How often the position of a key did not grow. */
    long backwards() {
        return backwards;
    }

    private void take(ConsumerRecord<String, SpecificRecord> record) {
        if (record.value() instanceof SalesLine line) {
            grow(record);
            lines.put(record.key(), line.getQuantity().toPlainString());
        } else if (record.value() instanceof Deleted) {
            grow(record);
            lines.remove(record.key());
        } else if (record.value() instanceof ProgressMarker marker) {
            marked.put(record.partition(), marker.getPhase() == Phase.LIVE ? marker.getAt() : Instant.EPOCH);
        }
    }

    private void grow(ConsumerRecord<String, SpecificRecord> record) {
        var now = Position.of(record.headers());
        var before = now == null ? null : positions.put(record.key(), now);
        if (now == null || (before != null && before.compareTo(now) >= 0)) {
            backwards++;
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
