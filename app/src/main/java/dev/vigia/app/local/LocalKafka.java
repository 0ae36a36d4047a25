package dev.vigia.app.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The Kafka broker, in process: one node that is broker and controller. */
public final class LocalKafka implements LocalServer {

    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaNode server;
    private final String address;

    private LocalKafka(KafkaNode server, String address) {
        this.server = server;
        this.address = address;
    }

    public static LocalKafka start(Path folder, int usualPort) {
        formatOnce(folder);
        return Loopback.bind(usualPort, port -> startAt(folder, Loopback.HOST + ":" + port));
    }

    public static LocalKafka startAt(Path folder, String address) {
        var server = new KafkaNode(new KafkaConfig(settings(folder, address)));
        var kafka = new LocalKafka(server, address);
        try {
            server.startup();
            return kafka;
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private static Map<String, String> settings(Path folder, String address) {
        var controller = Loopback.HOST + ":" + Loopback.anyPort();
        var settings = new HashMap<>(FIXED);
        settings.put("log.dirs", folder.toString());
        settings.put("controller.quorum.voters", "1@" + controller);
        settings.put("listeners", "PLAINTEXT://" + address + "," + CONTROLLER + "://" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://" + address);
        return settings;
    }

    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.listener.names", CONTROLLER),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT"),
            // One node keeps one copy.
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            // Topics come from the catalogue alone.
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // Nobody could lead in place of this broker; a laptop that slept must not find itself shut out.
            Map.entry("broker.session.timeout.ms", "3600000"),
            Map.entry("broker.heartbeat.interval.ms", "500"),
            // Open transactions are ended without a long wait.
            Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500"),
            // A laptop's share of threads and memory.
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"),
            Map.entry("num.recovery.threads.per.data.dir", "2"),
            Map.entry("log.cleaner.threads", "1"),
            Map.entry("log.cleaner.dedupe.buffer.size", "8388608"));

    /** Formats an empty folder; the file that says so is written last, so an interrupted format is done again. */
    private static void formatOnce(Path folder) {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(folder.toString())
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName(CONTROLLER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot format the Kafka folder " + folder, e);
        } catch (Exception e) {
            throw new IllegalStateException("cannot format the Kafka folder " + folder, e);
        }
    }
}
