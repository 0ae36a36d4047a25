package dev.vigia.app.local;

import dev.vigia.app.program.Failure;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka, the schema registry, PostgreSQL and an MQTT broker on one data folder: up together, down together.
 *
 * <p>Usual ports where they are free; {@link #addresses()} says which they came to be. None of the four needs another,
 * so they start and stop side by side; who uses them closes before them.
 */
public final class LocalStack implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStack.class);

    private final DataFolder folder;
    private final List<LocalServer> servers;

    private LocalStack(DataFolder folder, List<LocalServer> servers) {
        this.folder = folder;
        this.servers = servers;
    }

    /** Starts all servers, telling of each as it comes up; if one does not, the others are stopped again. */
    public static LocalStack start(DataFolder folder, Consumer<Started> listener) {
        checkPlatform();
        var stack = Loopback.inTurn(() -> new LocalStack(folder, servers(folder, listener)));
        stack.addresses().write(folder.path());
        return stack;
    }

    private static List<LocalServer> servers(DataFolder folder, Consumer<Started> listener) {
        try {
            return SideBySide.start(starts(folder), listener);
        } catch (RuntimeException e) {
            LOG.error("a server of the local stack did not start", e);
            throw Failure.unreachable("The local stack did not start: " + e.getMessage()
                    + ". What was started is stopped again; the reason is in the log above.");
        }
    }

    public StackAddresses addresses() {
        return new StackAddresses(
                DataFolder.FORMAT,
                ProcessHandle.current().pid(),
                address(LocalKafka.class),
                address(LocalRegistry.class),
                address(LocalPostgres.class),
                LocalPostgres.USER,
                address(LocalMqtt.class));
    }

    @Override
    public void close() {
        StackAddresses.forget(folder.path());
        SideBySide.stop(servers);
    }

    private static List<Callable<LocalServer>> starts(DataFolder folder) {
        return List.of(
                () -> LocalKafka.start(folder.folder("kafka"), 9092),
                () -> LocalRegistry.start(folder.folder("registry"), 8081),
                () -> LocalPostgres.start(folder.folder("postgres"), 5432),
                () -> LocalMqtt.start(folder.folder("mqtt"), 1883));
    }

    private String address(Class<? extends LocalServer> type) {
        return servers.stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow()
                .address();
    }

    /** The servers' binaries are for one kind of machine. */
    private static void checkPlatform() {
        var system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (Stream.of("Linux amd64", "Linux x86_64").noneMatch(system::equals)) {
            throw Failure.usage("The local stack runs on Linux x86-64; this is " + system
                    + ". Use vigia run against servers of your own, or a Linux container or virtual machine.");
        }
    }
}
