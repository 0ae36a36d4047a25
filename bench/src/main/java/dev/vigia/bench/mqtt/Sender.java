package dev.vigia.bench.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** Sends readings as the simulated plant does, and makes sessions that keep them. */
final class Sender implements AutoCloseable {

    private static final int IN_FLIGHT = 2_000;
    private static final int MACHINES = 200;

    private final int port;
    private final Mqtt5BlockingClient client;

    Sender(int port) {
        this.port = port;
        this.client = connect("bench-sender");
    }

    private Mqtt5BlockingClient connect(String id) {
        var connected = Mqtt5Client.builder()
                .identifier(id)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildBlocking();
        connected.connectWith().cleanStart(false).sessionExpiryInterval(3_600).send();
        return connected;
    }

    /** From now on the broker keeps what is sent for this session. */
    void subscribe(String id) {
        var session = connect(id);
        session.subscribeWith()
                .topicFilter("plant/+/+")
                .qos(MqttQos.AT_LEAST_ONCE)
                .send();
        session.disconnect();
    }

    void send(int messages) throws InterruptedException {
        var room = new Semaphore(IN_FLIGHT);
        var start = Instant.parse("2026-03-02T08:00:00Z");
        for (int i = 0; i < messages; i++) {
            room.acquire();
            var unused = send(i, start.plusMillis(i)).whenComplete((sent, failed) -> room.release());
        }
        room.acquire(IN_FLIGHT);
    }

    private CompletableFuture<?> send(int number, Instant at) {
        var machine = "M-" + number % MACHINES;
        var payload =
                "{\"machine\":\"%s\",\"measure\":\"vibration\",\"value\":%d.125,\"unit\":\"mm/s\",\"observedAt\":\"%s\"}"
                        .formatted(machine, number % 100, at);
        return client.toAsync()
                .publishWith()
                .topic("plant/" + machine + "/vibration")
                .qos(MqttQos.AT_LEAST_ONCE)
                .contentType("application/json")
                .payload(payload.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    @Override
    public void close() {
        client.disconnect();
    }
}
