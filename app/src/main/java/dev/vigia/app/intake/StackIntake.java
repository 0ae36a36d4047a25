package dev.vigia.app.intake;

import dev.vigia.app.local.StackAddresses;
import dev.vigia.app.program.Failure;
import dev.vigia.app.sim.cli.Companion;
import dev.vigia.connect.capture.Capture;
import dev.vigia.connect.capture.CaptureConfig;
import dev.vigia.connect.capture.CaptureStatus;
import dev.vigia.connect.capture.CaptureStatus.Condition;
import dev.vigia.connect.capture.EpochChoice;
import dev.vigia.connect.capture.HeartbeatSettings;
import dev.vigia.connect.capture.MappingPlan;
import dev.vigia.connect.capture.SourceDatabase;
import dev.vigia.connect.mapping.MappingFiles;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.mqtt.Broker;
import dev.vigia.connect.mqtt.MqttConfig;
import dev.vigia.connect.mqtt.MqttIntake;
import dev.vigia.connect.mqtt.MqttIntake.State;
import dev.vigia.connect.mqtt.file.MqttMapping;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.schemas.registry.RegistryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.CommonClientConfigs;

/** Everything that brings the simulated company's data into the local stack's Kafka: three databases and the sensors. */
public final class StackIntake implements Companion {

    /** The source systems of the company; each has a schema and a shipped mapping of its name. */
    private static final List<String> SYSTEMS = List.of("erp", "wms", "plant");

    /** At the usual speed, a second is close to three hours of business. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private static final int LONGEST_WORDS = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String BUSINESS_CLOCK = "(select now from sim.clock)";

    private final List<Capture> captures;
    private final MqttIntake readings;

    private StackIntake(List<Capture> captures, MqttIntake readings) {
        this.captures = captures;
        this.readings = readings;
    }

    /** Starts all of them; the company's tables must be there. From then on no reading is missed. */
    public static StackIntake start(StackAddresses stack, Path dataFolder, EpochChoice epochs, MeterRegistry metrics) {
        var salt = LocalSalt.of(dataFolder);
        var captures = SYSTEMS.stream()
                .map(system -> Capture.start(capture(stack, system, salt).with(epochs), metrics))
                .toList();
        var mapping = MqttMapping.shipped("plant-mqtt");
        var config = MqttConfig.of(
                mapping,
                Broker.plain(stack.mqttUri().getHost(), stack.mqttUri().getPort(), "vigia-intake"),
                writer(stack, mapping.source()));
        var intake = new StackIntake(captures, MqttIntake.start(config, metrics));
        intake.awaitReadings();
        return intake;
    }

    /** The broker keeps nothing for who never subscribed. */
    private void awaitReadings() {
        try {
            if (!readings.await(State.RUNNING, PATIENCE)) {
                close();
                throw Failure.check("Readings could not be subscribed to within " + PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while subscribing to readings", e);
        }
    }

    /** Waits until all that was there before is written. */
    public void awaitLive(Duration patience) throws InterruptedException {
        for (var capture : captures) {
            var status = capture.awaitLive(patience);
            if (status.condition() != Condition.LIVE) {
                throw Failure.check("A capture is not live after " + patience.toSeconds() + " s: " + status.words());
            }
        }
    }

    /** Who is not live yet, leaves something aside, or has stopped; where all are well, only that they are. */
    @Override
    public String words() {
        var troubles = IntStream.range(0, SYSTEMS.size())
                .filter(i -> !captures.get(i).status().isWell())
                .mapToObj(i -> SYSTEMS.get(i) + " " + words(captures.get(i).status()))
                .collect(Collectors.joining(", "));
        var refused = captures.stream().mapToLong(Capture::refused).sum();
        return (troubles.isEmpty() ? ", captured live" : ", " + troubles)
                + (refused == 0 ? "" : String.format(Locale.ROOT, ", %,d rows are dead letters", refused));
    }

    /** In one line; all of it was said when it happened. */
    private static String words(CaptureStatus status) {
        var words = status.words().replaceAll("\\s+", " ");
        var cut = words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + "…";
        return status.condition() == Condition.REFUSED ? "has stopped: " + cut : cut;
    }

    @Override
    public void close() {
        readings.close();
        captures.forEach(Capture::close);
    }

    private static CaptureConfig capture(StackAddresses stack, String system, Salt salt) {
        var database = new SourceDatabase(stack.postgres(), stack.postgresUser(), "");
        var heartbeat = new HeartbeatSettings(new TableId(system, "vigia_heartbeat"), HEARTBEAT, BUSINESS_CLOCK);
        var plan = new MappingPlan(MappingFiles.read(system), salt);
        return CaptureConfig.of(writer(stack, system), database, plan).with(heartbeat);
    }

    private static WriterConfig writer(StackAddresses stack, String source) {
        return new WriterConfig(
                source,
                "",
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, stack.kafka()),
                Map.of(RegistryConfig.URL, stack.registry()),
                Clock.systemUTC());
    }
}
