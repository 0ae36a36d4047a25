package dev.vigia.app.sim.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import dev.vigia.app.program.Failure;
import dev.vigia.app.sim.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends readings over MQTT 5 to {@code plant/<machine>/<measure>}, at least once.
 *
 * <p>Sends a bounded number, waits for all acknowledgements, and sends again what was not acknowledged: a broker that is
 * away holds the company up, and nothing is lost. One thread.
 */
public final class MqttReadings implements Readings {

    private static final Logger LOG = LoggerFactory.getLogger(MqttReadings.class);

    private static final int IN_FLIGHT = 1_000;

    /** Outlasts a restart of the broker; a session that is gone only makes readings come twice. */
    private static final long SESSION_SECONDS = 3_600;

    private static final long PATIENCE_SECONDS = 10;

    private static final long SHORTEST_DELAY_MILLIS = 200;

    private static final long LONGEST_DELAY_MILLIS = 5_000;

    private final Mqtt5AsyncClient client;
    private final String address;

    private MqttReadings(Mqtt5AsyncClient client, String address) {
        this.client = client;
        this.address = address;
    }

    /** Connects to a broker given as {@code host:port}. */
    public static MqttReadings connect(String address) throws InterruptedException {
        var readings = new MqttReadings(client(address), address);
        readings.connect();
        return readings;
    }

    private static Mqtt5AsyncClient client(String address) {
        var colon = address.lastIndexOf(':');
        try {
            return Mqtt5Client.builder()
                    .identifier("vigia-sim")
                    .serverHost(address.substring(0, colon))
                    .serverPort(Integer.parseInt(address.substring(colon + 1)))
                    .automaticReconnect()
                    .initialDelay(SHORTEST_DELAY_MILLIS, TimeUnit.MILLISECONDS)
                    .maxDelay(LONGEST_DELAY_MILLIS, TimeUnit.MILLISECONDS)
                    .applyAutomaticReconnect()
                    .addDisconnectedListener(MqttReadings::say)
                    .buildAsync();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw Failure.usage("\"" + address + "\" is not the address of an MQTT broker: give host:port,"
                    + " such as 127.0.0.1:1883.");
        }
    }

    private void connect() throws InterruptedException {
        try {
            client.connectWith()
                    .cleanStart(false)
                    .sessionExpiryInterval(SESSION_SECONDS)
                    .send()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw Failure.unreachable("No MQTT broker answers at " + address + " within " + PATIENCE_SECONDS
                    + " s. Start one there, or give its address with --mqtt.");
        }
    }

    private static void say(MqttClientDisconnectedContext context) {
        if (context.getSource() != MqttDisconnectSource.USER) {
            LOG.warn("the MQTT broker is not there; readings wait for it", context.getCause());
        }
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
            LOG.warn(
                    "{} readings were not acknowledged by the MQTT broker at {}; sending them again",
                    remaining.size(),
                    address);
            TimeUnit.SECONDS.sleep(1);
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
        return client.publishWith()
                .topic("plant/" + reading.machine() + "/" + reading.measure())
                .qos(MqttQos.AT_LEAST_ONCE)
                .contentType("application/json")
                .payload(payload(reading))
                .send();
    }

    private static boolean isAcknowledged(CompletableFuture<Mqtt5PublishResult> sent) throws InterruptedException {
        try {
            return sent.get().getError().isEmpty();
        } catch (ExecutionException e) {
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

    /** Also ends attempts to connect again. */
    @Override
    public void close() {
        client.disconnect().handle((done, wasNotConnected) -> true).join();
    }
}
