package dev.vigia.app.local;

import dev.vigia.app.topics.TopicCreation;
import dev.vigia.schemas.Topics;
import dev.vigia.schemas.admin.TopicLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Kafka, PostgreSQL and the registry, the real ones, started once for all tests that ask for them: each test takes a
 * database and a prefix of topics of its own.
 */
public final class Servers implements AutoCloseable {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Path folder;
    private final LocalKafka kafka;
    private final LocalPostgres postgres;
    private final LocalRegistry registry;

    private Servers(Path folder) {
        this.folder = folder;
        this.kafka = LocalKafka.start(folder.resolve("kafka"), Loopback.anyPort());
        this.postgres = LocalPostgres.start(folder.resolve("postgres"), Loopback.anyPort());
        this.registry = LocalRegistry.start(folder.resolve("registry"), Loopback.anyPort());
    }

    /** Gives them to tests. */
    public static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType().equals(Servers.class);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(Namespace.create(Servers.class))
                    .computeIfAbsent(Servers.class, any -> start(), Servers.class);
        }
    }

    /** Starts them in a temporary folder. */
    public static Servers start() {
        try {
            return new Servers(Files.createTempDirectory("vigia-servers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String kafka() {
        return kafka.address();
    }

    public String registry() {
        return registry.address();
    }

    /** The address of a new, empty database. */
    public String database() {
        var name = "test_" + NUMBERS.incrementAndGet();
        postgres.createDatabase(name);
        return postgres.jdbcUrl(name);
    }

    /** A prefix under which all topics of the catalogue are there, and empty. */
    public String prefix() {
        var prefix = "t" + NUMBERS.incrementAndGet() + ".";
        var topics = Topics.all().stream().map(topic -> topic.prefixed(prefix)).toList();
        TopicCreation.on(admin(), new TopicLayout(2, 1).of(List.copyOf(topics)));
        return prefix;
    }

    /** Settings of Kafka's clients. */
    public Map<String, Object> clients() {
        return Map.of("bootstrap.servers", kafka.address());
    }

    private Properties admin() {
        var settings = new Properties();
        settings.putAll(clients());
        return settings;
    }

    @Override
    public void close() throws IOException {
        registry.close();
        kafka.close();
        postgres.close();
        FileUtils.deleteDirectory(folder.toFile());
    }
}
