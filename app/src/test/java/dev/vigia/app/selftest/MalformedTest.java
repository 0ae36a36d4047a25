package dev.vigia.app.selftest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.mqtt.file.MqttMapping;
import dev.vigia.connect.mqtt.message.Message;
import dev.vigia.connect.mqtt.message.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void shouldRefuseEveryLineOfAFileForItsReason(@TempDir Path folder) throws IOException {
        // Given
        var lines = Malformed.all().stream().filter(one -> one.way() == Way.CSV).toList();
        var file = folder.resolve("stock.csv");
        var text = new StringBuilder(MalformedCsv.HEADER + "\n");
        lines.forEach(line -> text.append(new String(line.input(), UTF_8)).append('\n'));
        Files.writeString(file, text);
        // When
        var refused = new Refusals();
        refused.readFile(file);
        // Then
        assertThat(refused.reasons()).isEqualTo(Refusals.wanted(lines));
    }

    @Test
    void shouldRefuseEveryChangeEventForItsReason() {
        // Given
        var events = Malformed.all().stream()
                .filter(one -> one.way() == Way.ENVELOPE)
                .toList();
        // When
        var refused = new Refusals();
        events.forEach(event -> refused.readEvent(event.input()));
        // Then
        assertThat(refused.reasons()).isEqualTo(Refusals.wanted(events));
    }
}
