package dev.vigia.app.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.mqtt.MqttIntake;
import dev.vigia.connect.mqtt.MqttIntake.State;
import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.connect.write.WriterMetrics;
import dev.vigia.schema.DeadLetter;
import dev.vigia.schema.QualityIssue;
import dev.vigia.schema.SensorReading;
import dev.vigia.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Real brokers; the tests share them, and each sends readings of its own numbers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MqttIntakeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private static Path folder;

    private static final int KILLS = Integer.getInteger("vigia.kills", 2);

    private static Plant plant;

    @BeforeAll
    static void open() throws Exception {
        plant = Plant.open(folder);
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    @Test
    @Order(1)
    void shouldWriteOrRefuseEveryReadingWhenMessagesAreGoodAndBad() throws Exception {
        // Given
        var meters = new SimpleMeterRegistry();
        plant.publish(
                        "plant/M-0/pressure",
                        Plant.payload(7)
                                .replace("vibration", "pressure")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        true)
                .join();
        try (var intake = MqttIntake.start(plant.config(), meters)) {
            assertThat(intake.await(State.RUNNING, PATIENCE)).isTrue();
            // When
            plant.send(0, 500);
            plant.publish("plant/M-1/vibration", "no json").join();
            plant.publish("plant/M-1/vibration", "[" + Plant.payload(1) + ",{\"value\":NaN}]")
                    .join();
            // Then
            assertThat(numbers(plant.read(Topics.READINGS, all -> all.size() >= 502)))
                    .hasSize(500);
            List<DeadLetter> letters = plant.read(Topics.DEAD_LETTERS, all -> all.size() >= 2);
            assertThat(letters).extracting(DeadLetter::getReason).containsExactly("unreadable", "not-a-number");
        }
        assertThat(meters.counter("vigia.mqtt.readings.received", "source", Plant.SOURCE)
                        .count())
                .isEqualTo(504);
        assertThat(meters.counter("vigia.mqtt.readings.written", "source", Plant.SOURCE)
                        .count())
                .isEqualTo(502);
        assertThat(meters.counter("vigia.mqtt.readings.refused", "source", Plant.SOURCE)
                        .count())
                .isEqualTo(2);
    }

    @Test
    @Order(2)
    void shouldLoseNothingWhenTheMqttBrokerIsStartedAgain() throws Exception {
        try (var intake = MqttIntake.start(plant.config(), new SimpleMeterRegistry())) {
            // Given
            assertThat(intake.await(State.RUNNING, PATIENCE)).isTrue();
            plant.send(1_000, 1_200);
            // When
            plant.stopMqtt();
            assertThat(intake.await(State.INTERRUPTED, PATIENCE)).isTrue();
            plant.startMqtt();
            plant.send(1_200, 1_400);
            // Then
            assertThat(readings(1_000, 1_400)).hasSize(400);
            List<QualityIssue> issues = plant.read(Topics.QUALITY_ISSUES, all -> all.size() >= 7);
            assertThat(issues).extracting(QualityIssue::getRule).containsOnly("unknown-machine");
        }
    }

    @Test
    @Order(3)
    void shouldLoseNothingWhenKafkaIsAwayForAWhile() throws Exception {
        try (var intake = MqttIntake.start(plant.config(), new SimpleMeterRegistry())) {
            // Given
            assertThat(intake.await(State.RUNNING, PATIENCE)).isTrue();
            plant.send(2_000, 2_200);
            // When
            plant.stopKafka();
            plant.send(2_200, 2_400);
            plant.startKafka();
            plant.send(2_400, 2_600);
            // Then
            assertThat(readings(2_000, 2_600)).hasSize(600);
        }
    }

    @Test
    @Order(4)
    void shouldBeginAgainWhenKafkaRefusesItsTransaction() throws Exception {
        try (var intake = MqttIntake.start(plant.config(), new SimpleMeterRegistry())) {
            // Given
            assertThat(intake.await(State.RUNNING, PATIENCE)).isTrue();
            plant.send(3_000, 3_100);
            // When
            fence();
            plant.send(3_100, 3_300);
            // Then
            assertThat(readings(3_000, 3_300)).hasSize(300);
            assertThat(intake.state()).isEqualTo(State.RUNNING);
        }
    }

    @Test
    @Order(5)
    void shouldStopAndSaySoWhenAnotherTakesItsSourceOverAgainAndAgain() throws Exception {
        try (var intake = MqttIntake.start(plant.config(), new SimpleMeterRegistry())) {
            // Given
            assertThat(intake.await(State.RUNNING, PATIENCE)).isTrue();
            fence();
            plant.send(4_000, 4_100);
            assertThat(readings(4_000, 4_100)).hasSize(100);
            // When
            fence();
            plant.send(4_100, 4_200);
            // Then
            assertThat(intake.await(State.FAILED, PATIENCE)).isTrue();
            assertThat(intake.failure()).contains("Another writes to this Kafka as source " + Plant.SOURCE);
        }
    }

    /** Somebody else writes as this source, for a moment. */
    private static void fence() throws InterruptedException {
        var config = plant.config().writer();
        CanonicalWriter.open(config, new WriterMetrics(new SimpleMeterRegistry(), config.source()))
                .close();
    }

    @Test
    @Order(6)
    void shouldHoldEveryAcknowledgedReadingWhenItIsKilledWhileMessagesFlow() throws Exception {
        // Given
        try (var intake = MqttIntake.start(plant.config(), new SimpleMeterRegistry())) {
            // From now on the broker keeps what is sent.
            assertThat(intake.await(State.RUNNING, PATIENCE)).isTrue();
        }
        var flow = Flow.start(plant, 10_000);
        // When
        for (int kill = 0; kill < KILLS; kill++) {
            var program = running(flow);
            program.destroyForcibly().waitFor();
        }
        killWhileKafkaIsAway(flow);
        int end = flow.stop();
        // Then
        try (var intake = MqttIntake.start(plant.config(), new SimpleMeterRegistry())) {
            assertThat(readings(10_000, end)).hasSize(end - 10_000);
            assertThat(intake.state()).isEqualTo(State.RUNNING);
        }
    }

    private static Process running(Flow flow) throws IOException {
        var program = IntakeProgram.start(plant);
        int sent = flow.sent();
        readings(sent, sent + 100);
        return program;
    }

    /** What it holds then was taken from the broker and never reached Kafka. */
    private static void killWhileKafkaIsAway(Flow flow) throws IOException, InterruptedException {
        var program = running(flow);
        plant.stopKafka();
        flow.await(flow.sent() + 2_000);
        program.destroyForcibly().waitFor();
        plant.startKafka();
    }

    /** Waits until all the readings of these numbers are there; the same number has always the same value. */
    private static List<String> readings(int from, int to) {
        List<SensorReading> all =
                plant.read(Topics.READINGS, read -> numbers(read, from, to).size() >= to - from);
        for (var reading : all) {
            assertThat(reading.getValue()).isEqualTo(Integer.parseInt(String.valueOf(reading.getReadingId())) + 0.5);
        }
        return numbers(all, from, to);
    }

    private static List<String> numbers(List<SensorReading> readings) {
        return numbers(readings, 0, Integer.MAX_VALUE);
    }

    private static List<String> numbers(List<SensorReading> readings, int from, int to) {
        return readings.stream()
                .map(SensorReading::getReadingId)
                .filter(id -> id != null && Integer.parseInt(id) >= from && Integer.parseInt(id) < to)
                .distinct()
                .collect(Collectors.toList());
    }
}
