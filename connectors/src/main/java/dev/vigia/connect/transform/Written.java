package dev.vigia.connect.transform;

import dev.vigia.connect.envelope.EventSource;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.RunningPosition;
import dev.vigia.schema.DeadLetter;
import dev.vigia.schema.Deleted;
import dev.vigia.schemas.Keys;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.RecordKind;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import dev.vigia.schemas.registry.ValueSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.json.JsonConverter;
import org.jspecify.annotations.Nullable;

/** Records as a connector sends them: key as text, value as bytes in the registry's frame, topic, partition, headers. */
final class Written<R extends ConnectRecord<R>> implements AutoCloseable {

    /** Brokers take records up to 1 MiB, unless told otherwise; this leaves room for key and headers. */
    private static final int LARGEST = 1_000_000;

    private final TransformConfig config;
    private final String source;
    private final Clock clock;
    private final Serializer<SpecificRecord> values;
    private final JsonConverter json = new JsonConverter();
    private final RunningPosition position;

    Written(TransformConfig config, String source, Clock clock) {
        this.config = config;
        this.source = source;
        this.clock = clock;
        this.values = ValueSerdes.<SpecificRecord>from(config.originals()).serializer();
        this.json.configure(Map.of("schemas.enable", false), false);
        this.position = new RunningPosition(new Position(config.getLong(TransformConfig.EPOCH), 0, 0));
    }

    @Override
    public void close() {
        values.close();
    }

    /** A record, or the delete of one. */
    R output(R record, Output output, EventSource from) {
        position.moveTo(from.lsn());
        if (output instanceof Output.Delete delete) {
            return made(record, delete.topic(), delete.key(), deleted(delete, from), position.next());
        }
        var upsert = (Output.Upsert) output;
        return made(record, upsert.topic(), upsert.key(), upsert.value(), position.next());
    }

    /** The null that lets compaction forget a delete. */
    R tombstone(R record, Output.Delete deleted) {
        var topic = deleted.topic();
        var headers =
                new ConnectHeaders().addString(Position.HEADER, position.last().toString());
        return record.newRecord(
                config.topic(topic),
                config.partition(topic, deleted.key()),
                Schema.STRING_SCHEMA,
                deleted.key(),
                Schema.OPTIONAL_BYTES_SCHEMA,
                null,
                record.timestamp(),
                headers);
    }

    /** A dead letter. */
    R refused(R record, Refusal refusal, Refused refused) {
        var value = refused.row();
        var letter = DeadLetter.newBuilder()
                .setReason(refusal.reason())
                .setDetail(refusal.detail())
                .setRefusedBy(refusal.where())
                .setOrigin(refused.words())
                .setTopic(record.topic())
                .setValue(value == null ? null : StandardCharsets.UTF_8.encode(value))
                .setHeaders(Map.of())
                .setRefusedAt(clock.instant())
                .build();
        return made(record, Topics.DEAD_LETTERS, Keys.of(source, refused.words()), letter, null);
    }

    /** What is no change of a row, as JSON under its own topic. */
    R passed(R record) {
        var key = json.fromConnectData(record.topic(), record.keySchema(), record.key());
        return record.newRecord(
                record.topic(),
                record.kafkaPartition(),
                Schema.OPTIONAL_STRING_SCHEMA,
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                Schema.OPTIONAL_BYTES_SCHEMA,
                json.fromConnectData(record.topic(), record.valueSchema(), record.value()),
                record.timestamp(),
                record.headers());
    }

    private Deleted deleted(Output.Delete delete, EventSource from) {
        return Deleted.newBuilder()
                .setRecordType(delete.type().getName())
                .setReason(delete.reason())
                .setDeletedAt(from.committedAt())
                .setSource(source)
                .build();
    }

    private R made(R record, Topic topic, String key, SpecificRecord value, @Nullable Position at) {
        var bytes = bytes(config.topic(topic), value);
        if (at != null && bytes.length + key.length() > LARGEST) {
            return refused(record, tooLarge(bytes.length, topic), new Refused(topic.name() + " " + key, null));
        }
        return record.newRecord(
                config.topic(topic),
                config.partition(topic, key),
                Schema.STRING_SCHEMA,
                key,
                Schema.OPTIONAL_BYTES_SCHEMA,
                bytes,
                record.timestamp(),
                headers(value, at));
    }

    /** As text: Connect's usual converter of headers writes bytes as Base64, and text as it is. */
    private static Headers headers(SpecificRecord value, @Nullable Position at) {
        var headers = new ConnectHeaders();
        if (at != null) {
            headers.addString(Position.HEADER, at.toString());
        }
        var kind = RecordKind.of(value);
        if (kind != RecordKind.DATA) {
            headers.addString(RecordKind.HEADER, kind.name().toLowerCase(Locale.ROOT));
        }
        return headers;
    }

    private byte[] bytes(String topic, SpecificRecord value) {
        try {
            return Objects.requireNonNull(values.serialize(topic, value));
        } catch (org.apache.kafka.common.errors.RetriableException e) {
            throw new RetriableException(e.getMessage(), e);
        } catch (SerializationException e) {
            throw new ConnectException(e.getMessage(), e);
        }
    }

    private static Refusal tooLarge(int size, Topic topic) {
        return new Refusal(
                "too-large", "the record would have " + size + " bytes, and Kafka takes " + LARGEST, topic.name());
    }
}
