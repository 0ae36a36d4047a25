package dev.vigia.bench.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.vigia.schemas.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The client alone, acknowledging by itself, and a producer without transactions that sends payloads as they come: what a
 * few lines by hand would do. It reads nothing, checks nothing and loses what it holds when it is killed.
 */
final class BareSubscriber implements Contestant {

    private final Map<String, Object> kafka;
    private final int port;

    BareSubscriber(Map<String, Object> kafka, int port) {
        this.kafka = kafka;
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
        private final KafkaProducer<byte[], byte[]> producer = producer();
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
            var key = message.getTopic().getLevels().get(1).getBytes(UTF_8);
            var record = new ProducerRecord<>(Topics.READINGS.name(), key, message.getPayloadAsBytes());
            var unused = producer.send(record, (metadata, failed) -> written.incrementAndGet());
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

    private KafkaProducer<byte[], byte[]> producer() {
        var settings = new HashMap<>(kafka);
        settings.put("linger.ms", 5);
        settings.put("batch.size", 128 << 10);
        settings.put("compression.type", "lz4");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
