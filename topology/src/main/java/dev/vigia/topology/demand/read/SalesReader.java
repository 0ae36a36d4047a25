package dev.vigia.topology.demand.read;

import dev.vigia.schema.DeadLetter;
import dev.vigia.topology.demand.event.SalesEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of orders and lines, and their markers. What cannot be used goes on as a dead letter, before any state
 * knows of it. Keeps nothing; the null that follows a delete says nothing new and is left out.
 */
public final class SalesReader extends ContextualProcessor<byte[], byte[], String, Read<SalesEvent>> {

    private static final String STEP = "read-sales";

    private final Deserializer<SpecificRecord> values;
    private final SalesEvents events;

    public SalesReader(Deserializer<SpecificRecord> values, SalesRules rules) {
        this.values = values;
        this.events = new SalesEvents(rules);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        var key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        var metadata = context().recordMetadata().orElseThrow();
        try {
            var value = values.deserialize(metadata.topic(), record.headers(), record.value());
            forward(record, key, new Read.Accepted<>(events.of(key, value, record.headers())));
        } catch (UnusableRecordException e) {
            forward(record, key, refused(record, metadata, e.reason(), e.getMessage()));
        } catch (SerializationException e) {
            forward(record, key, refused(record, metadata, "unreadable-value", root(e)));
        }
    }

    private void forward(Record<byte[], byte[]> record, @Nullable String key, Read<SalesEvent> read) {
        context().forward(new Record<>(key == null ? "" : key, read, record.timestamp()));
    }

    private Read<SalesEvent> refused(
            Record<byte[], byte[]> record, RecordMetadata metadata, String reason, @Nullable String detail) {
        var origin = metadata.topic() + " partition " + metadata.partition() + " offset " + metadata.offset();
        return new Read.Refused<>(DeadLetter.newBuilder()
                .setReason(reason)
                .setDetail(String.valueOf(detail))
                .setRefusedBy(STEP)
                .setOrigin(origin)
                .setTopic(metadata.topic())
                .setPartition(metadata.partition())
                .setOffset(metadata.offset())
                .setKey(wrapped(record.key()))
                .setValue(ByteBuffer.wrap(record.value()))
                .setHeaders(headers(record))
                .setRefusedAt(Instant.ofEpochMilli(context().currentSystemTimeMs()))
                .build());
    }

    private static Map<String, ByteBuffer> headers(Record<byte[], byte[]> record) {
        var all = new HashMap<String, ByteBuffer>();
        record.headers().forEach(header -> {
            if (header.value() != null) {
                all.put(header.key(), ByteBuffer.wrap(header.value()));
            }
        });
        return all;
    }

    private static @Nullable ByteBuffer wrapped(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }

    private static @Nullable String root(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}
