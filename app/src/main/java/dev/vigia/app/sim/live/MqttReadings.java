package dev.vigia.app.sim.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import dev.vigia.app.sim.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sends readings over MQTT 5 to {@code plant/<machine>/<measure>}, at least once.
 *
 * <p>Sends a bounded number, waits for all acknowledgements, and sends again what was not acknowledged: a broker that is
 * away holds the company up, and nothing is lost. One thread.
 */
public final class MqttReadings implements Readings {

    private static final int IN_FLIGHT = 1_000;

    private static final long BEFORE_SENDING_AGAIN_MILLIS = 500;

    private final MqttConnection broker;

    private MqttReadings(MqttConnection broker) {
        this.broker = broker;
    }

    /** Sends to the broker at {@code host:port}. */
    public static MqttReadings connect(String address) throws InterruptedException {
        return new MqttReadings(MqttConnection.open(address));
    }

    @Override
    public int publish(Supplier<List<Reading>> made) throws InterruptedException {
        var readings = made.get();
        for (var from = 0; from < readings.size(); from += IN_FLIGHT) {
            publish(readings.subList(from, Math.min(from + IN_FLIGHT, readings.size())));
        }
        return readings.size();
    }

    private void publish(List<Reading> readings) throws InterruptedException {
        var remaining = unacknowledged(readings);
        while (!remaining.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(BEFORE_SENDING_AGAIN_MILLIS);
            remaining = unacknowledged(remaining);
        }
    }

    private List<Reading> unacknowledged(List<Reading> readings) throws InterruptedException {
        var sent = readings.stream().map(this::send).toList();
        var missing = new ArrayList<Reading>();
        for (var i = 0; i < readings.size(); i++) {
            if (!isAcknowledged(sent.get(i))) {
                missing.add(readings.get(i));
            }
        }
        return missing;
    }

    private CompletableFuture<Mqtt5PublishResult> send(Reading reading) {
        return broker.client()
                .publishWith()
                .topic("plant/" + reading.machine() + "/" + reading.measure())
                .qos(MqttQos.AT_LEAST_ONCE)
                .contentType("application/json")
                .payload(payload(reading))
                .send();
    }

    private static boolean isAcknowledged(CompletableFuture<Mqtt5PublishResult> sent) throws InterruptedException {
        try {
            return sent.get().getError().isEmpty();
        } catch (ExecutionException notSent) {
            return false;
        }
    }

    private static byte[] payload(Reading reading) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("machine", reading.machine())
                .put("measure", reading.measure())
                .put("value", reading.value())
                .put("unit", reading.unit())
                .put("observedAt", reading.observedAt().toString())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        broker.close();
    }
}
