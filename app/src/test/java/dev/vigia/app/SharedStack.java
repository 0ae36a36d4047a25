package dev.vigia.app;

import dev.vigia.app.local.DataFolder;
import dev.vigia.app.local.LocalStack;
import dev.vigia.app.local.StackAddresses;
import dev.vigia.app.topics.TopicContents;
import dev.vigia.app.topics.TopicCreation;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.schemas.Topics;
import dev.vigia.schemas.admin.TopicLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.io.file.PathUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Real servers for all tests of this program, started by the first that needs them: Kafka, registry, PostgreSQL, MQTT.
 * Tests do not see each other: each takes a prefix for its topics and a database of its own.
 */
public final class SharedStack {

    private static final Logger LOG = LoggerFactory.getLogger(SharedStack.class);
    private static final AtomicInteger TAKEN = new AtomicInteger();

    private SharedStack() {}

    public static StackAddresses addresses() {
        return Stack.ADDRESSES;
    }

    /** A prefix that no other test has, under which all topics of the catalogue exist, of four partitions. */
    public static String newTopics() {
        var prefix = "t" + TAKEN.incrementAndGet() + ".";
        var topics = Topics.all().stream().map(topic -> topic.prefixed(prefix)).toList();
        var settings = new Properties();
        settings.putAll(kafka());
        TopicCreation.on(settings, new TopicLayout(4, 1).of(topics));
        return prefix;
    }

    /** The name of a new, empty database; see {@link #jdbc}. */
    public static String newDatabase() throws SQLException {
        var name = "t" + TAKEN.incrementAndGet();
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return name;
    }

    public static String jdbc(String database) {
        return addresses().postgres().replaceFirst("/[^/]*$", "/" + database);
    }

    public static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbc(database), addresses().postgresUser(), "");
    }

    /** How a source writes under a prefix. */
    public static WriterConfig writer(String source, String prefix) {
        return new WriterConfig(source, prefix, kafka(), values(), Clock.systemUTC());
    }

    /** What the topics under a prefix hold. */
    public static TopicContents contents(String prefix) {
        return new TopicContents(kafka(), values(), prefix);
    }

    public static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", addresses().kafka());
    }

    public static Map<String, Object> values() {
        return Map.of("schema.registry.url", addresses().registry(), "auto.register.schemas", true);
    }

    /** Outside {@link Stack}: the servers' threads would wait for that class, and it for them. */
    private static void isUp(dev.vigia.app.local.Started server) {
        LOG.debug("{} is up", server.server().name());
    }

    /** Up as soon as somebody asks for it, down when the tests' program ends. */
    private static final class Stack {

        private static final StackAddresses ADDRESSES = start();

        private static StackAddresses start() {
            try {
                var data = Files.createTempDirectory("vigia-tests");
                var folder = DataFolder.open(data);
                var stack = LocalStack.start(folder, SharedStack::isUp);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, folder, data), "stop-shared-stack"));
                return stack.addresses();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(LocalStack stack, DataFolder folder, Path data) {
            stack.close();
            folder.close();
            try {
                PathUtils.deleteDirectory(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
