package dev.vigia.app.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vigia.app.SharedStack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Change topics as a connector with the JSON converter without schemas writes them. */
final class ChangeEvents implements AutoCloseable {

    private final String prefix;
    private final KafkaProducer<byte[], byte[]> producer;
    private long lsn = 100;
    private long millis = 1_767_236_400_000L;

    ChangeEvents(String prefix) {
        this.prefix = prefix;
        var bytes = new ByteArraySerializer();
        this.producer = new KafkaProducer<>(new HashMap<>(SharedStack.kafka()), bytes, bytes);
    }

    ChangeEvents topics(int partitions, String... tables) throws Exception {
        try (var admin = Admin.create(new HashMap<>(SharedStack.kafka()))) {
            var topics = List.of(tables).stream()
                    .map(table -> new NewTopic(topic(table), Optional.of(partitions), Optional.empty()))
                    .toList();
            admin.createTopics(topics).all().get();
        }
        return this;
    }

    String topic(String table) {
        return prefix + table;
    }

    /** A new snapshot is taken now: its rows lie at one place of the log. */
    void takeSnapshot() {
        lsn += 10;
        millis += 1_000;
    }

    void snapshotRow(String table, long id, String row, boolean last) {
        send(table, id, envelope(table, "r", null, row, last ? "last" : "true"));
    }

    void inserted(String table, long id, String row) {
        next();
        send(table, id, envelope(table, "c", null, row, "false"));
    }

    void updated(String table, long id, String row) {
        next();
        send(table, id, envelope(table, "u", null, row, "false"));
    }

    void deleted(String table, long id) {
        next();
        send(table, id, envelope(table, "d", "{\"id\":" + id + "}", null, "false"));
        send(table, id, null);
    }

    void truncated(String table) {
        next();
        var unused = producer.send(new ProducerRecord<>(
                topic(table), null, envelope(table, "t", null, null, "false").getBytes(UTF_8)));
    }

    void nonsense(String table, String value) {
        var unused = producer.send(new ProducerRecord<>(topic(table), "x".getBytes(UTF_8), value.getBytes(UTF_8)));
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }

    private void next() {
        lsn++;
        millis++;
    }

    private void send(String table, long id, @Nullable String value) {
        var key = "{\"id\":" + id + "}";
        var unused = producer.send(
                new ProducerRecord<>(topic(table), key.getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8)));
    }

    private String envelope(String table, String op, @Nullable String before, @Nullable String after, String snapshot) {
        var parts = table.split("\\.", -1);
        var source = "{\"schema\":\"" + parts[0] + "\",\"table\":\"" + parts[1] + "\",\"lsn\":" + lsn + ",\"ts_ms\":"
                + millis + ",\"snapshot\":\"" + snapshot + "\"}";
        return "{\"before\":" + before + ",\"after\":" + after + ",\"source\":" + source + ",\"op\":\"" + op
                + "\",\"ts_ms\":" + millis + "}";
    }

    /** Which table each of the topics holds. */
    Map<String, String> tables(String... tables) {
        var all = new HashMap<String, String>();
        for (var table : tables) {
            all.put(topic(table), table);
        }
        return all;
    }
}
