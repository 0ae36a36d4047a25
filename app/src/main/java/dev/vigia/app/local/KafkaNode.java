package dev.vigia.app.local;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.LoggerFactory;

/**
 * One Kafka node that is controller and broker, like Kafka's own {@link KafkaRaftServer}, but for one thing: the
 * controller forgets the broker of the life before this one before the broker begins.
 *
 * <p>After a crash the cluster's metadata still say that the broker leads its partitions, until it registers anew and
 * leads none for a moment. A transaction whose end was decided but not yet marked in its partitions is taken up again in
 * between, finds them without a leader, takes them for deleted, and is done: it then stays open in the log for ever, and
 * nobody reads past it.
 */
final class KafkaNode {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 20;

    private final int id;
    private final BrokerServer broker;
    private final ControllerServer controller;

    KafkaNode(KafkaConfig config) {
        var folders = KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(KafkaNode.class), "");
        var properties = folders._1();
        var clusterId = properties.clusterId().orElseThrow();
        var quorum = config.quorumConfig();
        var shared = new SharedServer(
                config,
                properties,
                Time.SYSTEM,
                Server.initializeMetrics(config, Time.SYSTEM, clusterId),
                CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(quorum.voters())),
                QuorumConfig.parseBootstrapServers(quorum.bootstrapServers()),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        this.id = config.nodeId();
        this.broker = new BrokerServer(shared);
        this.controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), folders._2());
    }

    /** Returns when it serves. */
    void startup() {
        controller.startup();
        forgetBroker();
        broker.startup();
    }

    /** A controller that has just come up is for some moments not in charge yet. */
    private void forgetBroker() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!isForgotten()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("Kafka's controller did not take charge");
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("starting Kafka was interrupted", e);
        }
    }

    private boolean isForgotten() throws InterruptedException {
        var context =
                new ControllerRequestContext(new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
        try {
            controller.controller().unregisterBroker(context, id).get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NotControllerException) {
                return false;
            }
            if (e.getCause() instanceof BrokerIdNotRegisteredException) {
                return true;
            }
            throw new IllegalStateException("Kafka's controller does not forget the broker before this one", e);
        }
    }

    /** Returns when it has stopped. */
    void shutdown() {
        broker.shutdown();
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }
}
