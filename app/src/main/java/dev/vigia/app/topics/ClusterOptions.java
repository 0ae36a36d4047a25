package dev.vigia.app.topics;

import dev.vigia.app.local.StackAddresses;
import dev.vigia.app.program.Failure;
import dev.vigia.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which Kafka cluster is meant, and how to sign in; else it is the local stack's. */
public final class ClusterOptions {

    private static final String TIMEOUT_MILLIS = "10000";

    @Nullable
    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description = "Brokers of the Kafka cluster; else the local stack's.")
    private String bootstrapServer;

    @Nullable
    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties of Kafka's admin client, such as security.")
    private Path commandConfig;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder of the local stack (${DEFAULT-VALUE}).")
    private Path data = Path.of(".vigia");

    /** Partitions of the topics that are joined by key, where nobody says otherwise. */
    public int usualPartitions() {
        return bootstrapServer == null ? LocalTopics.PARTITIONS : Topics.SHARED_PARTITIONS;
    }

    /** The settings of an admin client that gives up soon, unless the file says otherwise. */
    public Properties admin() {
        var settings = new Properties();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        load(settings);
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers());
        return settings;
    }

    /** The settings of producers and consumers: those of the file, and where the brokers are. */
    public Map<String, Object> clients() {
        var settings = new Properties();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        load(settings);
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers());
        var clients = new HashMap<String, Object>();
        settings.forEach((name, value) -> clients.put(name.toString(), value));
        return clients;
    }

    public StackAddresses localStack() {
        return StackAddresses.read(data);
    }

    private String brokers() {
        return Optional.ofNullable(bootstrapServer).orElseGet(() -> localStack().kafka());
    }

    private void load(Properties settings) {
        if (commandConfig == null) {
            return;
        }
        try (var reader = Files.newBufferedReader(commandConfig)) {
            settings.load(reader);
        } catch (IOException e) {
            throw Failure.usage("--command-config " + commandConfig + " cannot be read: " + e);
        }
    }
}
