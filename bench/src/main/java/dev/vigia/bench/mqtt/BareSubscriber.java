package dev.vigia.bench.mqtt;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.vigia.schema.ReadingQuality;
import dev.vigia.schema.SensorReading;
import dev.vigia.schemas.Topics;
import dev.vigia.schemas.registry.ValueSerdes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The client alone, acknowledging by itself, and an idempotent producer of the same Avro records, made by hand from the
 * payload: what a few lines would do. It checks nothing, refuses nothing and loses what it holds when it is killed.
 */
final class BareSubscriber implements Contestant {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.systemUTC();

    private final Map<String, Object> kafka;
    private final Map<String, Object> values;
    private final int port;

    BareSubscriber(Map<String, Object> kafka, Map<String, Object> values, int port) {
        this.kafka = kafka;
        this.values = values;
        this.port = port;
    }

    @Override
    public String clientId() {
        return "bench-bare";
    }

    @Override
    public Taking begin() {
        return new Connection();
    }

    /** One connection to the broker and one to Kafka. */
    private final class Connection implements Taking {

        private final AtomicLong written = new AtomicLong();
        private final KafkaProducer<String, SensorReading> producer = producer();
        private final Mqtt5AsyncClient client = Mqtt5Client.builder()
                .identifier(clientId())
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildAsync();

        Connection() {
            client.publishes(MqttGlobalPublishFilter.ALL, this::send, Runnable::run);
            client.connectWith()
                    .cleanStart(false)
                    .sessionExpiryInterval(3_600)
                    .send()
                    .join();
        }

        private void send(Mqtt5Publish message) {
            var reading = reading(message.getPayloadAsBytes());
            var key = reading.getAsset() + "|" + reading.getMeasure();
            var record = new ProducerRecord<>(Topics.READINGS.name(), key, reading);
            var unused = producer.send(record, (metadata, failed) -> written.incrementAndGet());
        }

        private SensorReading reading(byte[] payload) {
            try {
                var json = JSON.readTree(payload);
                return new SensorReading(
                        json.path("machine").asText(),
                        json.path("measure").asText(),
                        json.path("value").asDouble(),
                        json.path("unit").asText(),
                        ReadingQuality.UNKNOWN,
                        Instant.parse(json.path("observedAt").asText()),
                        CLOCK.instant(),
                        false,
                        null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public long done() {
            return written.get();
        }

        @Override
        public void close() {
            client.disconnect().join();
            producer.close();
        }
    }

    private KafkaProducer<String, SensorReading> producer() {
        var settings = new HashMap<>(kafka);
        settings.put("linger.ms", 5);
        settings.put("batch.size", 128 << 10);
        settings.put("compression.type", "lz4");
        settings.put("enable.idempotence", true);
        return new KafkaProducer<>(
                settings,
                new StringSerializer(),
                ValueSerdes.<SensorReading>from(values).serializer());
    }
}
