package dev.vigia.app.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMqttTest {

    private static final int MORE_THAN_THE_DEFAULT_QUEUE = 3_000;
    private static final String TOPIC = "plant/M-01/vibration";

    @TempDir
    private Path folder;

    @Test
    void shouldKeepEveryAcknowledgedMessageWhileItsSubscriberIsAwayAndItIsStartedAgain() throws InterruptedException {
        // Given
        try (var broker = LocalMqtt.start(folder, 1883)) {
            var subscriber = subscriber(broker);
            subscriber
                    .subscribeWith()
                    .topicFilter(TOPIC)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
            subscriber.disconnect();
            // When
            publish(broker, MORE_THAN_THE_DEFAULT_QUEUE);
        }
        // Then
        try (var broker = LocalMqtt.start(folder, 1883)) {
            assertThat(received(broker)).isEqualTo(MORE_THAN_THE_DEFAULT_QUEUE);
        }
    }

    private static Mqtt5BlockingClient client(LocalMqtt broker, String name) {
        var address = broker.address().split(":", 2);
        return Mqtt5Client.builder()
                .identifier(name)
                .serverHost(address[0])
                .serverPort(Integer.parseInt(address[1]))
                .buildBlocking();
    }

    private static Mqtt5BlockingClient subscriber(LocalMqtt broker) {
        var client = client(broker, "subscriber");
        client.connectWith().cleanStart(false).sessionExpiryInterval(3600).send();
        return client;
    }

    private static void publish(LocalMqtt broker, int messages) {
        var publisher = client(broker, "publisher");
        publisher.connect();
        var sent = IntStream.range(0, messages)
                .mapToObj(i -> send(publisher.toAsync(), Integer.toString(i)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(sent).join();
        publisher.disconnect();
    }

    private static CompletableFuture<Mqtt5PublishResult> send(Mqtt5AsyncClient publisher, String text) {
        return publisher
                .publishWith()
                .topic(TOPIC)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(text.getBytes(UTF_8))
                .send();
    }

    private static int received(LocalMqtt broker) throws InterruptedException {
        var client = client(broker, "subscriber");
        try (var publishes = client.publishes(MqttGlobalPublishFilter.ALL)) {
            client.connectWith().cleanStart(false).sessionExpiryInterval(3600).send();
            var received = 0;
            while (received < MORE_THAN_THE_DEFAULT_QUEUE
                    && publishes.receive(10, TimeUnit.SECONDS).isPresent()) {
                received++;
            }
            return received;
        } finally {
            client.disconnect();
        }
    }
}
