package dev.vigia.app.selftest;

import dev.vigia.app.intake.StackIntake;
import dev.vigia.app.local.StackAddresses;
import dev.vigia.app.topics.TopicContents;
import dev.vigia.connect.capture.EpochChoice;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.registry.RegistryConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;

/** What the stages share: the servers, the company in them, and what brings its data into Kafka. */
final class Trial implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long BETWEEN_LOOKS_MILLIS = 200;

    private final StackAddresses stack;
    private final Connection connection;
    private final TestCompany company;
    private final StackIntake captures;

    private Trial(StackAddresses stack, Connection connection, TestCompany company, StackIntake captures) {
        this.stack = stack;
        this.connection = connection;
        this.company = company;
        this.captures = captures;
    }

    /** Founds the company, and begins to capture it. */
    static Trial begin(StackAddresses stack, Path folder) throws SQLException, InterruptedException {
        var company = TestCompany.found(stack);
        var connection = DriverManager.getConnection(stack.postgres(), stack.postgresUser(), "");
        return new Trial(
                stack,
                connection,
                company,
                StackIntake.start(stack, folder, EpochChoice.USUAL, new SimpleMeterRegistry()));
    }

    /** To the company's database, each statement a transaction of its own. */
    Connection connection() {
        return connection;
    }

    TestCompany company() {
        return company;
    }

    StackIntake captures() {
        return captures;
    }

    StackAddresses stack() {
        return stack;
    }

    TopicContents contents() {
        return new TopicContents(kafka(), values(), "");
    }

    Tail tail(List<Topic> topics) {
        return Tail.of(kafka(), values(), topics);
    }

    /** How a source of this trial writes. */
    WriterConfig writer(String source) {
        return new WriterConfig(source, "", kafka(), values(), Clock.systemUTC());
    }

    /** How long something that must come may take. */
    Duration patience() {
        return PATIENCE;
    }

    /** Waits until something is so. */
    void await(String what, Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.call()) {
            if (System.nanoTime() > end) {
                throw new NotProved(what + " did not come within " + PATIENCE.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    @Override
    public void close() throws SQLException {
        captures.close();
        connection.close();
        company.close();
    }

    private Map<String, Object> kafka() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, stack.kafka());
    }

    private Map<String, Object> values() {
        return Map.of(RegistryConfig.URL, stack.registry());
    }
}
