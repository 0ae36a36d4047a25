package dev.vigia.app.sim.live;

import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import dev.vigia.app.program.Failure;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to an MQTT broker that comes back by itself, with its session, for as long as it is not closed. */
final class MqttConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);

    private static final long PATIENCE_SECONDS = 10;

    private static final long SHORTEST_DELAY_MILLIS = 200;

    private static final long LONGEST_DELAY_MILLIS = 5_000;

    /** Outlasts a restart of the broker; a session that is gone only makes messages come twice. */
    private static final long SESSION_SECONDS = 3_600;

    private final Mqtt5AsyncClient client;

    private MqttConnection(Mqtt5AsyncClient client) {
        this.client = client;
    }

    /** Connects to a broker given as {@code host:port}, which may be about to start. */
    static MqttConnection open(String address) throws InterruptedException {
        var connection = new MqttConnection(client(address));
        try {
            connection.connect();
            return connection;
        } catch (ExecutionException | TimeoutException e) {
            connection.close();
            throw Failure.unreachable("No MQTT broker answers at " + address + " within " + PATIENCE_SECONDS
                    + " s. Start one there, or give the right address with --mqtt.");
        }
    }

    private static Mqtt5AsyncClient client(String address) {
        var colon = address.lastIndexOf(':');
        try {
            return client(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw Failure.usage("\"" + address + "\" is not the address of an MQTT broker: give host:port,"
                    + " such as 127.0.0.1:1883.");
        }
    }

    private static Mqtt5AsyncClient client(String host, int port) {
        return Mqtt5Client.builder()
                .identifier("vigia-sim")
                .serverHost(host)
                .serverPort(port)
                .automaticReconnect()
                .initialDelay(SHORTEST_DELAY_MILLIS, TimeUnit.MILLISECONDS)
                .maxDelay(LONGEST_DELAY_MILLIS, TimeUnit.MILLISECONDS)
                .applyAutomaticReconnect()
                .addDisconnectedListener(MqttConnection::say)
                .buildAsync();
    }

    /** Once for every time that it goes, not for every attempt to have it back. */
    private static void say(MqttClientDisconnectedContext context) {
        if (context.getSource() != MqttDisconnectSource.USER
                && context.getReconnector().getAttempts() == 0) {
            LOG.warn("the MQTT broker is not there, readings wait for it: {}", String.valueOf(context.getCause()));
        }
    }

    private void connect() throws InterruptedException, ExecutionException, TimeoutException {
        client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(SESSION_SECONDS)
                .send()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    Mqtt5AsyncClient client() {
        return client;
    }

    /** Also ends attempts to connect again. */
    @Override
    public void close() {
        client.disconnect().handle((done, wasNotConnected) -> true).join();
    }
}
