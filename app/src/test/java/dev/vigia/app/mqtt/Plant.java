package dev.vigia.app.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import dev.vigia.app.local.LocalKafka;
import dev.vigia.app.local.LocalMqtt;
import dev.vigia.app.topics.TopicCreation;
import dev.vigia.connect.mqtt.Broker;
import dev.vigia.connect.mqtt.MqttConfig;
import dev.vigia.connect.mqtt.file.MqttMapping;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import dev.vigia.schemas.admin.TopicLayout;
import dev.vigia.schemas.registry.ValueSerdes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A plant with its MQTT broker, and a Kafka with the catalogue's topics, for tests that send readings from one to the other. */
final class Plant implements AutoCloseable {

    static final String SOURCE = "plant-sensors";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final PocketRegistry registry;
    private LocalKafka kafka;
    private LocalMqtt mqtt;
    private Mqtt5AsyncClient publisher;

    private Plant(Path folder) throws IOException {
        this.folder = folder;
        registry = PocketRegistry.start();
        kafka = LocalKafka.start(folder.resolve("kafka"), 9092);
        mqtt = LocalMqtt.start(folder.resolve("mqtt"), 1883);
        publisher = connect(mqtt.address());
        var settings = new Properties();
        settings.put("bootstrap.servers", kafka.address());
        TopicCreation.on(settings, new TopicLayout(2, 1).of(Topics.all()));
    }

    static Plant open(Path folder) throws IOException {
        return new Plant(folder);
    }

    String kafka() {
        return kafka.address();
    }

    String mqtt() {
        return mqtt.address();
    }

    String registry() {
        return registry.url();
    }

    MqttConfig config() {
        return config(kafka(), mqtt(), registry());
    }

    static MqttConfig config(String kafka, String mqtt, String registry) {
        var address = mqtt.split(":", 2);
        var writer = new WriterConfig(
                SOURCE,
                "",
                Map.of("bootstrap.servers", kafka),
                Map.of("schema.registry.url", registry, "auto.register.schemas", true),
                Clock.systemUTC());
        var broker = Broker.plain(address[0], Integer.parseInt(address[1]), "vigia-" + SOURCE);
        return MqttConfig.of(MqttMapping.shipped("plant-mqtt"), broker, writer);
    }

    void stopMqtt() {
        mqtt.close();
    }

    void startMqtt() {
        mqtt = LocalMqtt.start(folder.resolve("mqtt"), port(mqtt.address()));
    }

    void stopKafka() {
        kafka.close();
    }

    void startKafka() {
        kafka = LocalKafka.startAt(folder.resolve("kafka"), kafka.address());
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** Sends readings numbered from..to until each is acknowledged. */
    void send(int from, int to) throws InterruptedException {
        var left = new ArrayList<Integer>();
        for (int i = from; i < to; i++) {
            left.add(i);
        }
        while (!left.isEmpty()) {
            var sent = left.stream()
                    .map(i -> publish("plant/M-" + i % 7 + "/vibration", payload(i)))
                    .toList();
            var missing = new ArrayList<Integer>();
            for (int i = 0; i < left.size(); i++) {
                if (!isAcknowledged(sent.get(i))) {
                    missing.add(left.get(i));
                }
            }
            left = missing;
        }
    }

    private static boolean isAcknowledged(CompletableFuture<?> sent) throws InterruptedException {
        try {
            sent.get(20, TimeUnit.SECONDS);
            return true;
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            return false;
        }
    }

    static String payload(int i) {
        var observed = Instant.parse("2026-03-02T08:00:00Z").plusMillis(i);
        return "{\"machine\":\"M-%d\",\"measure\":\"vibration\",\"value\":%d.5,\"unit\":\"mm/s\",\"observedAt\":\"%s\",\"id\":\"%d\"}"
                .formatted(i % 7, i, observed, i);
    }

    CompletableFuture<?> publish(String topic, String payload) {
        return publish(topic, payload.getBytes(StandardCharsets.UTF_8), false);
    }

    CompletableFuture<?> publish(String topic, byte[] payload, boolean retain) {
        return publisher
                .publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(retain)
                .payload(payload)
                .send()
                .thenAccept(result -> result.getError().ifPresent(error -> {
                    throw new IllegalStateException(error);
                }));
    }

    private static Mqtt5AsyncClient connect(String address) {
        var client = Mqtt5Client.builder()
                .identifier("plant")
                .serverHost("127.0.0.1")
                .serverPort(port(address))
                .automaticReconnect()
                .initialDelay(100, TimeUnit.MILLISECONDS)
                .maxDelay(500, TimeUnit.MILLISECONDS)
                .applyAutomaticReconnect()
                .buildAsync();
        client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(3600)
                .send()
                .join();
        return client;
    }

    /** Reads a topic from its beginning until what was read is enough. */
    <T extends SpecificRecord> List<T> read(Topic topic, Predicate<List<T>> enough) {
        var serde = ValueSerdes.<T>from(Map.of("schema.registry.url", registry.url()));
        var all = new ArrayList<T>();
        try (var consumer = consumer()) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!enough.test(all)) {
                if (System.nanoTime() > end) {
                    throw new AssertionError(topic.name() + " holds only " + all.size() + " records");
                }
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> all.add(
                                serde.deserializer().deserialize(record.topic(), record.headers(), record.value())));
            }
        }
        return all;
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka(), "isolation.level", "read_committed");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        publisher.disconnect().handle((done, gone) -> true).join();
        kafka.close();
        mqtt.close();
        registry.close();
    }
}
