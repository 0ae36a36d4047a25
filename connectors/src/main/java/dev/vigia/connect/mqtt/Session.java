package dev.vigia.connect.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session that the broker keeps for us, and the connection to it, which comes back by itself. What was not acknowledged
 * when it closes is sent again to the next session of the same name.
 *
 * <p>Messages are handed over in the one thread that reads the connection, which may be held up.
 */
final class Session implements AutoCloseable {

    /** Told how the connection fares, in the thread that reads it. */
    interface Listener {

        void subscribed();

        void disconnected();

        /** It will not come back. */
        void failed(String why);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private static final long SHORTEST_DELAY_MILLIS = 200;
    private static final long LONGEST_DELAY_MILLIS = 10_000;
    private static final long PATIENCE_SECONDS = 5;

    /** A week without the intake: the broker keeps its messages that long, if it has room. */
    private static final long SESSION_SECONDS = 7 * 24 * 3_600;

    private final Broker broker;
    private final List<String> filters;
    private final Listener listener;
    private final ExecutorService reading;
    private final Mqtt5AsyncClient client;
    private volatile boolean wasSubscribed;

    private Session(Broker broker, List<String> filters, Listener listener) {
        this.broker = broker;
        this.filters = filters;
        this.listener = listener;
        this.reading = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "mqtt-" + broker.clientId());
            thread.setDaemon(true);
            return thread;
        });
        this.client = client();
    }

    /** Opens the session; messages come as soon as the broker is there. */
    static Session open(
            Broker broker, List<String> filters, Limits limits, Consumer<Mqtt5Publish> to, Listener listener) {
        var session = new Session(broker, filters, listener);
        session.client.publishes(MqttGlobalPublishFilter.ALL, to, Runnable::run, true);
        session.connect(limits);
        return session;
    }

    private Mqtt5AsyncClient client() {
        var builder = Mqtt5Client.builder()
                .identifier(broker.clientId())
                .serverHost(broker.host())
                .serverPort(broker.port())
                // Its own thread: it may be held up, and nobody else's connection with it.
                .executorConfig()
                .nettyExecutor(reading)
                .nettyThreads(1)
                .applyExecutorConfig()
                .automaticReconnect()
                .initialDelay(SHORTEST_DELAY_MILLIS, TimeUnit.MILLISECONDS)
                .maxDelay(LONGEST_DELAY_MILLIS, TimeUnit.MILLISECONDS)
                .applyAutomaticReconnect()
                .addDisconnectedListener(this::disconnected)
                .addConnectedListener(context -> connectedAgain());
        if (broker.tls() != null) {
            builder = builder.sslConfig(ssl(broker.tls()));
        }
        return builder.buildAsync();
    }

    private static MqttClientSslConfig ssl(Broker.Tls tls) {
        var config = MqttClientSslConfig.builder();
        if (tls.trust() != null) {
            config = config.trustManagerFactory(KeyFiles.trust(tls.trust(), tls.trustPassword()));
        }
        if (tls.identity() != null) {
            config = config.keyManagerFactory(KeyFiles.identity(tls.identity(), tls.identityPassword()));
        }
        return config.build();
    }

    private void connect(Limits limits) {
        var connect = client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(SESSION_SECONDS)
                .keepAlive(30)
                .restrictions()
                .receiveMaximum(limits.messages())
                .maximumPacketSize(limits.packet())
                .applyRestrictions();
        if (broker.user() != null) {
            connect = connect.simpleAuth(signIn(broker.user(), broker.password()));
        }
        var unused = connect.send().thenCompose(connected -> subscribe()).whenComplete(this::subscribed);
    }

    private static Mqtt5SimpleAuth signIn(String user, @Nullable String password) {
        var signIn = Mqtt5SimpleAuth.builder().username(user);
        return password == null
                ? signIn.build()
                : signIn.password(password.getBytes(StandardCharsets.UTF_8)).build();
    }

    /** Retained messages come once, with the subscription, and not with every start. */
    private CompletableFuture<?> subscribe() {
        var all = filters.stream()
                .map(filter -> Mqtt5Subscription.builder()
                        .topicFilter(filter)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .retainHandling(Mqtt5RetainHandling.SEND_IF_SUBSCRIPTION_DOES_NOT_EXIST)
                        .build())
                .toList();
        return client.subscribeWith().addSubscriptions(all).send();
    }

    private void subscribed(Object suback, Throwable failed) {
        if (failed == null) {
            wasSubscribed = true;
            listener.subscribed();
        } else {
            var cause = failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
            listener.failed(words(cause));
        }
    }

    private String words(Throwable cause) {
        var refusal = Refusal.of(cause);
        return refusal.isLasting()
                ? refusal.of(broker, cause)
                : "The MQTT broker " + broker + " refuses: " + cause.getMessage() + ". Check the right to subscribe to "
                        + filters + ".";
    }

    private void connectedAgain() {
        if (wasSubscribed) {
            listener.subscribed();
        }
    }

    private void disconnected(MqttClientDisconnectedContext context) {
        if (context.getSource() == MqttDisconnectSource.USER) {
            return;
        }
        listener.disconnected();
        if (isTakenOver(context.getCause())) {
            context.getReconnector().reconnect(false);
            listener.failed("Another client took over the session " + broker.clientId() + " at " + broker
                    + ": only one intake of a source may run. Stop the other one.");
        } else if (!wasSubscribed && Refusal.of(context.getCause()).isLasting()) {
            context.getReconnector().reconnect(false);
        } else if (context.getReconnector().getAttempts() == 0) {
            LOG.warn(
                    "no connection to the MQTT broker {}; trying again: {}",
                    broker,
                    context.getCause().getMessage());
        }
    }

    private static boolean isTakenOver(Throwable cause) {
        return cause instanceof Mqtt5DisconnectException disconnect
                && disconnect.getMqttMessage().getReasonCode() == Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER;
    }

    /** Ends the connection and any attempt to have it back; the broker keeps the session. */
    @Override
    public void close() {
        try {
            client.disconnect()
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .handle((done, wasNotConnected) -> true)
                    .join();
        } finally {
            reading.shutdown();
        }
    }
}
