package dev.vigia.connect.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.mqtt.MqttIntake.State;
import dev.vigia.connect.mqtt.file.MqttMapping;
import dev.vigia.connect.write.WriterConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MqttIntakeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void shouldFailAndSayWhyWhenJavaItselfFailsInItsThread() throws Exception {
        // Given
        var writer = new WriterConfig("plant", "", new Broken(), Map.of(), Clock.systemUTC());
        var broker = Broker.plain("127.0.0.1", 1, "vigia-plant");
        var config = MqttConfig.of(MqttMapping.shipped("plant-mqtt"), broker, writer);
        // When
        try (var intake = MqttIntake.start(config, new SimpleMeterRegistry())) {
            // Then
            assertThat(intake.await(State.FAILED, PATIENCE)).isTrue();
            assertThat(intake.failure()).contains("The intake of plant", "no such class");
        }
    }

    /** Settings that nobody can read, for a reason that no program foresees. */
    private static final class Broken extends AbstractMap<String, Object> {

        @Override
        public Set<Entry<String, Object>> entrySet() {
            throw new NoClassDefFoundError("no such class");
        }
    }
}
