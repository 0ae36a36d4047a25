package dev.vigia.app.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.mqtt.file.MqttMapping;
import dev.vigia.connect.mqtt.message.Message;
import dev.vigia.connect.mqtt.message.Taken;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:01Z");

    @Test
    void shouldNameAHundredDifferentKinds() {
        assertThat(Malformed.all()).hasSize(100);
        assertThat(Malformed.all()).extracting(Malformed::kind).doesNotHaveDuplicates();
    }

    static Stream<Malformed> messages() {
        return Malformed.all().stream().filter(one -> one.way() == Way.MQTT);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void shouldRefuseAMessageForItsReason(Malformed message) {
        // When
        List<Taken> taken =
                MqttMapping.shipped("plant-mqtt").reader().read(Message.of(message.topic(), message.input()), NOW);
        // Then
        assertThat(taken)
                .singleElement()
                .isInstanceOfSatisfying(
                        Taken.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(message.reason()));
    }
}
