package dev.vigia.bench.capture;

import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.format.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Debezium's engine and an idempotent producer that writes its JSON: what a few lines by hand would do. */
final class BareEngine implements Contestant {

    private static final String TOPIC = "bare-line";

    private final TrialStack stack;
    private final AtomicLong written = new AtomicLong();
    private final KafkaProducer<byte[], byte[]> producer;
    private @Nullable DebeziumEngine<ChangeEvent<String, String>> engine;
    private @Nullable Thread thread;

    BareEngine(TrialStack stack) {
        this.stack = stack;
        var settings = new HashMap<>(stack.kafka());
        settings.put("enable.idempotence", true);
        settings.put("linger.ms", 5);
        settings.put("batch.size", 128 << 10);
        settings.put("compression.type", "lz4");
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public String name() {
        return "bare engine";
    }

    @Override
    public void begin() throws Exception {
        try (var admin = Admin.create(stack.kafka())) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(4), Optional.empty())))
                        .all()
                        .get();
            }
        }
        engine = DebeziumEngine.create(Json.class)
                .using(settings())
                .notifying(this::send)
                .build();
        thread = new Thread(engine, "bare-engine");
        thread.start();
    }

    private void send(
            List<ChangeEvent<String, String>> batch,
            DebeziumEngine.RecordCommitter<ChangeEvent<String, String>> committer)
            throws InterruptedException {
        for (var event : batch) {
            var record = new ProducerRecord<>(TOPIC, bytes(event.key()), bytes(event.value()));
            var unused = producer.send(record, (metadata, failed) -> written.incrementAndGet());
        }
        producer.flush();
        for (var event : batch) {
            committer.markProcessed(event);
        }
        committer.markBatchFinished();
    }

    private static byte[] bytes(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }

    private Properties settings() {
        var address = URI.create(stack.jdbc().substring("jdbc:".length()));
        var all = new Properties();
        all.setProperty("name", "bare");
        all.setProperty("topic.prefix", "bare");
        all.setProperty("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        all.setProperty("plugin.name", "pgoutput");
        all.setProperty("slot.name", "bare");
        all.setProperty("slot.drop.on.stop", "true");
        all.setProperty("publication.name", "bare");
        all.setProperty("publication.autocreate.mode", "filtered");
        all.setProperty("table.include.list", "public.line");
        all.setProperty("offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore");
        all.setProperty("max.batch.size", "4096");
        all.setProperty("max.queue.size", "16384");
        all.setProperty("key.converter.schemas.enable", "false");
        all.setProperty("value.converter.schemas.enable", "false");
        all.setProperty("database.hostname", address.getHost());
        all.setProperty("database.port", Integer.toString(address.getPort()));
        all.setProperty("database.dbname", address.getPath().substring(1));
        all.setProperty("database.user", stack.user());
        all.setProperty("database.password", "");
        return all;
    }

    @Override
    public long done() {
        return written.get();
    }

    @Override
    public void close() throws IOException {
        if (engine != null && thread != null) {
            engine.close();
            awaitEnd(thread);
        }
        producer.close();
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
