package dev.vigia.connect.mqtt.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.connect.mapping.MappingException;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.mqtt.message.Message;
import dev.vigia.connect.mqtt.message.Taken;
import dev.vigia.schema.SensorReading;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MqttMappingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:01Z");

    private static final String NESTED = """
            source: gateway
            topics:
              - filter: gw/{machine}/{measure}
                types: { data.v: number, data.at: timestamptz, stored: boolean }
                where: coalesce("data.v", 0) <> -9999
                fields:
                  asset: machine
                  measure: measure
                  value: '"data.v" * 10'
                  unit: "'mm/s'"
                  observedAt: instant("data.at")
                  historical: stored = true
              - filter: raw/{machine}
                payload: number
                fields:
                  asset: machine
                  measure: "'speed'"
                  value: value
                  unit: "'rpm'"
                  observedAt: instant(receivedAt)
            """;

    private static final String GATE = """
            source: gate
            topics:
              - filter: gate/{badge}/{machine}
                types: { operator: text, badge: text, value: number, at: timestamptz }
                hidden: [operator]
                fields:
                  asset: machine
                  measure: "'speed'"
                  value: value
                  unit: "'rpm'"
                  observedAt: instant(at)
                  readingId: hash(badge)
            """;

    private static final String BRAZILIAN = """
            source: brazil
            topics:
              - filter: json/{machine}
                types: { value: 'number 1.234,56', at: timestamptz millis }
                fields:
                  asset: machine
                  measure: "'speed'"
                  value: value
                  unit: "'rpm'"
                  observedAt: instant(at)
              - filter: bare/{machine}
                payload: number
                types: { value: 'number 1.234,56' }
                fields:
                  asset: machine
                  measure: "'speed'"
                  value: value
                  unit: "'rpm'"
                  observedAt: instant(receivedAt)
            """;

    @Test
    void shouldReadWhatTheSimulatedPlantSends() {
        // When
        var read = reading(MqttMapping.shipped("plant-mqtt"), "plant/M-1/vibration", """
                {"machine":"M-1","measure":"vibration","value":2.5,"unit":"mm/s","observedAt":"2026-03-02T08:00:00Z"}""");
        // Then
        assertThat(read.getAsset()).isEqualTo("M-1");
        assertThat(read.getMeasure()).isEqualTo("vibration");
        assertThat(read.getValue()).isEqualTo(2.5);
        assertThat(read.getUnit()).isEqualTo("mm/s");
        assertThat(read.getObservedAt()).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(read.getReceivedAt()).isEqualTo(NOW);
        assertThat(read.getHistorical()).isFalse();
    }

    @Test
    void shouldComputeFieldsWhenTheyLieWithinObjects() {
        // Given
        var mapping = MqttMapping.parse("gateway.yaml", NESTED, Salt.none());
        // When
        var read = reading(
                mapping, "gw/M-1/vibration", "{\"data\":{\"v\":2.5,\"at\":\"2026-03-02T08:00:00Z\"},\"stored\":true}");
        // Then
        assertThat(read.getValue()).isEqualTo(25.0);
        assertThat(read.getHistorical()).isTrue();
        assertThat(mapping.historicalAfter()).isNull();
    }

    @Test
    void shouldTakeTheBareValueWhenThePayloadIsANumber() {
        var read = reading(MqttMapping.parse("gateway.yaml", NESTED, Salt.none()), "raw/M-1", " 1480 ");
        assertThat(read.getValue()).isEqualTo(1480.0);
        assertThat(read.getObservedAt()).isEqualTo(NOW);
    }

    @Test
    void shouldRefuseOnlyTheBadOnesWhenAPayloadHoldsSeveral() {
        // Given
        var mapping = MqttMapping.parse("gateway.yaml", NESTED, Salt.none());
        var good = "{\"data\":{\"v\":1,\"at\":\"2026-03-02T08:00:00Z\"}}";
        // When
        var taken = read(
                mapping, "gw/M-1/vibration", "[" + good + ", {\"data\":\"ü\"} ," + good.replace("1,", "-9999,") + "]");
        // Then
        assertThat(taken.get(0)).isInstanceOf(Taken.Read.class);
        assertThat(taken.get(1)).isInstanceOfSatisfying(Taken.Refused.class, refused -> {
            assertThat(refused.number()).isEqualTo(2);
            assertThat(text(refused.shown().value())).isEqualTo("{\"data\":\"ü\"}");
        });
        assertThat(taken.get(2)).isInstanceOf(Taken.Excluded.class);
    }

    @Test
    void shouldReadTextAsItsFormatSaysAndJsonsOwnNumbersAsTheyAre() {
        // Given
        var mapping = MqttMapping.parse("brazil.yaml", BRAZILIAN, Salt.none());
        // When
        var text = reading(mapping, "json/M-1", "{\"value\": \"1.234,5\", \"at\": 1772438400000, \"id\": 7}");
        var number = reading(mapping, "json/M-1", "{\"value\": 1.234, \"at\": \"1772438400000\"}");
        var bare = reading(mapping, "bare/M-1", "1.234");
        // Then
        assertThat(text.getValue()).isEqualTo(1234.5);
        assertThat(text.getObservedAt()).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(number.getValue()).isEqualTo(1.234);
        assertThat(number.getObservedAt()).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(bare.getValue()).isEqualTo(1234);
    }

    @Test
    void shouldRefuseTextThatIsNotWrittenAsItsFormatSays() {
        // Given
        var mapping = MqttMapping.parse("brazil.yaml", BRAZILIAN, Salt.none());
        var at = ", \"at\": 1772438400000}";
        // Then
        assertThat(reason(mapping, "json/M-1", "{\"value\": \"1,234.5\"" + at)).isEqualTo("unreadable");
        assertThat(reason(mapping, "json/M-1", "{\"value\": true" + at)).isEqualTo("wrong-type");
        assertThat(reason(mapping, "json/M-1", "{\"value\": \"" + "1".repeat(5_000) + "\"" + at))
                .isEqualTo("too-long");
        assertThat(reason(mapping, "json/M-1", "{\"value\": 1, \"at\": 17.5}")).isEqualTo("unreadable");
        assertThat(reason(mapping, "bare/M-1", "0.500")).isEqualTo("unreadable");
    }

    @Test
    void shouldShowNothingOfWhatIsHashedOrHiddenWhenAMessageIsRefused() {
        // Given
        var mapping = MqttMapping.parse("gate.yaml", GATE, Salt.of("s1", "a secret for tests only"));
        var payloads = List.of(
                "{\"operator\": \"Ana\", \"badge\": \"B-77\", \"name\": \"Ana Lima\", \"value\": \"high\"}",
                "{\"badge\": \"Ana\", \"value\": 1}",
                "{\"operator\": Ana}",
                "[{\"operator\": \"Ana\", \"value\": 1}]",
                "{\"operator\": \"Ana\", \"value\": 1, \"value\": 2}");
        // When
        var refused = payloads.stream()
                .map(payload -> new Message(
                        "gate/B-77/M-1", payload.getBytes(UTF_8), false, Map.of("sent by", "Ana, badge B-77")))
                .map(message ->
                        (Taken.Refused) mapping.reader().read(message, NOW).get(0))
                .toList();
        // Then
        assertThat(refused)
                .extracting(one -> one.refusal().reason())
                .containsExactly("wrong-type", "topic-mismatch", "unreadable", "missing-value", "unreadable");
        assertThat(refused).allSatisfy(one -> {
            assertThat(one.shown().topic()).isEqualTo("gate/*/M-1");
            assertThat(one + text(one.shown().value())).doesNotContain("Ana", "B-77");
        });
        assertThat(text(refused.get(0).shown().value())).contains("M-1", "high");
        assertThat(refused.get(2).shown().value()).isNull();
    }

    @Test
    void shouldShowNothingOfAMessageWhoseTopicNobodyKnowsWhenSomethingIsHidden() {
        // Given
        var mapping = MqttMapping.parse("gate.yaml", GATE, Salt.of("s1", "a secret for tests only"));
        // When
        var taken = read(mapping, "gates/B-77", "B-77");
        // Then
        assertThat(taken).singleElement().isInstanceOfSatisfying(Taken.Refused.class, refused -> {
            assertThat(refused.refusal().reason()).isEqualTo("unknown-topic");
            assertThat(refused.shown().value()).isNull();
            assertThat(refused.toString()).doesNotContain("B-77");
        });
    }

    @Test
    void shouldNameTheLineWhenAFieldIsWrong() {
        assertThatThrownBy(() -> MqttMapping.parse(
                        "gateway.yaml", NESTED.replace("instant(\"data.at\")", "instant(dataat)"), Salt.none()))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("gateway.yaml:11 observedAt:");
        assertThatThrownBy(() -> MqttMapping.parse(
                        "gateway.yaml", NESTED.replace("filter: raw/{machine}", "filter: raw/{machine"), Salt.none()))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("gateway.yaml:13 filter:");
        assertThatThrownBy(() -> MqttMapping.parse(
                        "gateway.yaml", "source: x\nhistoricalAfter: soon\ntopics: []\n", Salt.none()))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("gateway.yaml:3 topics:");
    }

    @Test
    void shouldTakeTenMinutesWhenNobodySaysWhatIsHistorical() {
        assertThat(MqttMapping.shipped("plant-mqtt").historicalAfter()).isEqualTo(Duration.ofMinutes(10));
    }

    private static String text(@Nullable ByteBuffer bytes) {
        return bytes == null ? "" : UTF_8.decode(bytes.duplicate()).toString();
    }

    private static List<Taken> read(MqttMapping mapping, String topic, String payload) {
        return mapping.reader().read(Message.of(topic, payload.getBytes(UTF_8)), NOW);
    }

    private static String reason(MqttMapping mapping, String topic, String payload) {
        return ((Taken.Refused) read(mapping, topic, payload).get(0)).refusal().reason();
    }

    private static SensorReading reading(MqttMapping mapping, String topic, String payload) {
        assertThat(read(mapping, topic, payload)).singleElement().isInstanceOf(Taken.Read.class);
        return ((Taken.Read) read(mapping, topic, payload).get(0)).reading();
    }
}
