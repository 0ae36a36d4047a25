package dev.vigia.app.mqtt;

import dev.vigia.connect.mqtt.MqttIntake;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An intake as a program of its own, to be killed. */
final class IntakeProgram {

    private IntakeProgram() {}

    public static void main(String[] addresses) throws Exception {
        var config = Plant.config(addresses[0], addresses[1], addresses[2]);
        var intake = MqttIntake.start(config, new SimpleMeterRegistry());
        intake.await(MqttIntake.State.FAILED, Duration.ofMinutes(5));
        System.exit(1);
    }

    static Process start(Plant plant) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlogback.configurationFile=vigia-logback.xml",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                IntakeProgram.class.getName(),
                plant.kafka(),
                plant.mqtt(),
                plant.registry());
        return new ProcessBuilder(command).inheritIO().start();
    }
}
