package dev.vigia.app.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a command that administers a Kafka cluster: where it is, and how to sign in. */
public final class ClusterOptions {

    private static final String TIMEOUT_MILLIS = "10000";

    @Nullable
    @Option(names = "--bootstrap-server", paramLabel = "HOST:PORT", description = "Brokers of the Kafka cluster.")
    private String bootstrapServer;

    @Nullable
    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties of Kafka's admin client, such as security.")
    private Path commandConfig;

    /** The settings of an admin client that gives up soon, unless the file says otherwise. */
    public Properties admin() {
        if (bootstrapServer == null) {
            throw Failure.usage("which cluster? Give --bootstrap-server HOST:PORT");
        }
        var settings = new Properties();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        load(settings);
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServer);
        return settings;
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
