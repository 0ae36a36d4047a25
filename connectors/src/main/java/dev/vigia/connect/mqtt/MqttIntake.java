package dev.vigia.connect.mqtt;

import dev.vigia.connect.write.Rivalry;
import dev.vigia.connect.write.WriterMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes sensor readings from an MQTT broker into Kafka, in a thread of its own, until it is closed.
 *
 * <pre>
 *   STARTING ──► RUNNING ◄──► INTERRUPTED     the MQTT broker or Kafka is away; it goes on by itself
 *       │            │             │
 *       └────────────┴─────────────┴──► FAILED     somebody must put something right
 *                    └─────────────┴──► CLOSED
 * </pre>
 */
public final class MqttIntake implements AutoCloseable {

    /** How an intake fares. */
    public enum State {
        STARTING,
        RUNNING,
        INTERRUPTED,
        FAILED,
        CLOSED
    }

    private static final Logger LOG = LoggerFactory.getLogger(MqttIntake.class);
    private static final long SHORTEST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final MqttConfig config;
    private final IntakeMetrics metrics;
    private final WriterMetrics writes;
    private final Condition condition = new Condition();
    private final Rivalry rivalry;
    private final Thread thread;
    private volatile Waiting waiting;
    private volatile boolean closing;

    private MqttIntake(MqttConfig config, MeterRegistry registry) {
        this.config = config;
        this.waiting = new Waiting(config.limits().bytes());
        this.metrics = new IntakeMetrics(registry, config.writer().source());
        this.writes = new WriterMetrics(registry, config.writer().source());
        metrics.gauge("connected", condition, now -> now.is(State.RUNNING) ? 1 : 0);
        metrics.gauge("in.flight", this, intake -> intake.waiting.unacknowledged());
        metrics.gauge("in.flight.bytes", this, intake -> intake.waiting.bytesHeld());
        this.rivalry = new Rivalry(config.writer().clock());
        this.thread = new Thread(this::run, "mqtt-intake-" + config.writer().source());
    }

    /** Starts, and returns at once. */
    public static MqttIntake start(MqttConfig config, MeterRegistry registry) {
        var intake = new MqttIntake(config, registry);
        intake.thread.start();
        return intake;
    }

    public State state() {
        return condition.state();
    }

    /** Why it failed, for people; null where it did not. */
    public @Nullable String failure() {
        return condition.failure();
    }

    /** Waits until it is in a state, at most so long; says whether it is. A failure ends the wait. */
    public boolean await(State wanted, Duration patience) throws InterruptedException {
        return condition.await(wanted, patience);
    }

    private void run() {
        long pause = SHORTEST_PAUSE_MILLIS;
        try {
            while (!closing && !condition.is(State.FAILED)) {
                pause = runOnce() ? SHORTEST_PAUSE_MILLIS : Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                condition.pause(pause, () -> closing);
            }
        } catch (ConfigException e) {
            condition.fail(String.valueOf(e.getMessage()));
        } catch (Throwable e) {
            // The border of this thread: whatever ends it must be told, errors of Java's own too.
            LOG.error("the intake of {} ends", config.writer().source(), e);
            condition.fail("The intake of " + config.writer().source() + " met what it cannot handle: " + e);
        }
        if (condition.failure() != null) {
            LOG.error("{}", condition.failure());
        }
    }

    /** True where it came to run before Kafka failed. */
    private boolean runOnce() throws InterruptedException {
        boolean ran = false;
        waiting = new Waiting(config.limits().bytes());
        try (var round = Round.open(config, metrics, writes, waiting, condition)) {
            ran = true;
            round.takeIn(() -> closing || condition.is(State.FAILED));
        } catch (ConfigException e) {
            throw e;
        } catch (KafkaException e) {
            interrupted(e);
        }
        return ran;
    }

    private void interrupted(KafkaException e) {
        if (rivalry.isShownBy(e)) {
            condition.fail(
                    "Another writes to this Kafka as source " + config.writer().source()
                            + ", and took over twice within a minute: only one intake of a source may run. Stop the other one,"
                            + " or give it a source of its own in its mapping.");
            return;
        }
        LOG.warn("Kafka is not there; nothing is acknowledged, and the broker keeps it: {}", e.toString());
        condition.disconnected();
    }

    /** Finishes what it holds; the broker keeps what comes after. */
    @Override
    public void close() {
        closing = true;
        condition.wake();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        condition.close();
    }
}
