package dev.vigia.app.sim.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient.Mqtt5Publishes;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import dev.vigia.app.local.LocalMqtt;
import dev.vigia.app.sim.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MqttReadingsTest {

    private static final int READINGS = 2_500;

    @TempDir
    private Path folder;

    @Test
    void shouldHaveEveryReadingReceivedWhenItReturns() throws Exception {
        // Given
        try (var broker = LocalMqtt.start(folder, 1883);
                var subscriber = subscriber(broker.address());
                var readings = MqttReadings.connect(broker.address())) {
            // When
            var published = readings.publish(MqttReadingsTest::readings);
            // Then
            var received = received(subscriber, READINGS);
            assertThat(published).isEqualTo(READINGS);
            assertThat(received).hasSize(READINGS).doesNotHaveDuplicates();
            assertThat(received.get(0))
                    .isEqualTo("plant/M-01/vibration {\"machine\":\"M-01\",\"measure\":\"vibration\",\"value\":0.5,"
                            + "\"unit\":\"mm/s\",\"observedAt\":\"2024-01-01T00:00:00Z\"}");
        }
    }

    @Test
    void shouldSayHowAnAddressLooksWhenItIsNone() {
        // When / Then
        assertThatThrownBy(() -> MqttReadings.connect("somewhere")).hasMessageContaining("give host:port");
    }

    private static List<Reading> readings() {
        return IntStream.range(0, READINGS)
                .mapToObj(i -> new Reading(
                        Instant.parse("2024-01-01T00:00:00Z").plusSeconds(i), "M-01", "vibration", 0.5, "mm/s"))
                .toList();
    }

    private static Mqtt5Publishes subscriber(String address) {
        var port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        Mqtt5BlockingClient client = Mqtt5Client.builder()
                .identifier("subscriber")
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildBlocking();
        client.connect();
        var publishes = client.publishes(MqttGlobalPublishFilter.SUBSCRIBED);
        client.subscribeWith().topicFilter("plant/#").qos(MqttQos.AT_LEAST_ONCE).send();
        return publishes;
    }

    private static List<String> received(Mqtt5Publishes publishes, int expected) throws InterruptedException {
        var received = new ArrayList<String>();
        while (received.size() < expected) {
            var next = publishes.receive(5, TimeUnit.SECONDS).orElseThrow();
            received.add(next.getTopic() + " " + new String(next.getPayloadAsBytes(), StandardCharsets.UTF_8));
        }
        return received;
    }
}
