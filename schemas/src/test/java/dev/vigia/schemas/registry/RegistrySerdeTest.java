package dev.vigia.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.schema.SalesLine;
import dev.vigia.schemas.RecordKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrySerdeTest {

    private static final String TOPIC = "sales.line.v1";

    private FakeRegistry fake;

    @BeforeEach
    void startRegistry() throws IOException {
        fake = FakeRegistry.start();
    }

    @AfterEach
    void stopRegistry() {
        fake.close();
    }

    @Test
    void shouldReadWhatItWroteWhenOneTopicHoldsSeveralTypes() {
        // Given
        var serde = serde(Map.of());
        // When
        var read = Samples.mixed().stream().map(record -> roundTrip(serde, record));
        // Then
        assertThat(read).isEqualTo(Samples.mixed());
        assertThat(fake.requests())
                .containsExactly(
                        "POST /subjects/sales.line.v1-dev.vigia.schema.SalesLine/versions",
                        "GET /schemas/ids/1",
                        "POST /subjects/sales.line.v1-dev.vigia.schema.Deleted/versions",
                        "GET /schemas/ids/2",
                        "POST /subjects/sales.line.v1-dev.vigia.schema.ProgressMarker/versions",
                        "GET /schemas/ids/3");
    }

    @Test
    void shouldFrameWithAZeroAndTheIdWhenItWrites() {
        // Given
        fake.add("\"string\"");
        // When
        byte[] frame = serde(Map.of()).serializer().serialize(TOPIC, Samples.line());
        // Then
        assertThat(frame).startsWith(0, 0, 0, 0, 2);
    }

    @Test
    void shouldMarkWhatIsNotDataWhenItWritesHeaders() {
        // Given
        var serializer = serde(Map.of()).serializer();
        var ofLine = new RecordHeaders();
        var ofMarker = new RecordHeaders();
        // When
        serializer.serialize(TOPIC, ofLine, Samples.line());
        serializer.serialize(TOPIC, ofMarker, Samples.marker());
        // Then
        assertThat(ofLine.toArray()).isEmpty();
        assertThat(ofMarker.lastHeader(RecordKind.HEADER).value()).asString().isEqualTo("marker");
    }

    @Test
    void shouldWriteAWholeRecordWhenTheOneBeforeFailedHalfWay() {
        // Given
        var serde = serde(Map.of());
        var tooFine = SalesLine.newBuilder(Samples.line())
                .setRevenue(new BigDecimal("1.234"))
                .build();
        // When
        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, tooFine))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("cannot write a dev.vigia.schema.SalesLine to sales.line.v1");
        // Then
        assertThat(roundTrip(serde, Samples.line())).isEqualTo(Samples.line());
    }

    @Test
    void shouldPassNullOnWhenThereIsNoValue() {
        var serde = serde(Map.of());
        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void shouldOnlyLookUpWhenClientsDoNotRegister() {
        // Given
        var serializer = serde(Map.of("auto.register.schemas", false)).serializer();
        // When
        fake.add(SchemaText.of(Samples.line().getSchema()));
        byte[] frame = serializer.serialize(TOPIC, Samples.line());
        // Then
        assertThat(frame).startsWith(0, 0, 0, 0, 1);
        assertThatThrownBy(() -> serializer.serialize(TOPIC, Samples.marker()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("dev.vigia.schema.ProgressMarker to sales.line.v1")
                .hasMessageContaining("Register it first, or set auto.register.schemas=true.");
    }

    @Test
    void shouldNameSubjectsAsConfiguredWhenAStrategyIsGiven() {
        // When
        var strategy = "io.confluent.kafka.serializers.subject.TopicNameStrategy";
        serde(Map.of("value.subject.name.strategy", strategy)).serializer().serialize(TOPIC, Samples.line());
        serde(Map.of("value.subject.name.strategy", "RecordNameStrategy"))
                .serializer()
                .serialize(TOPIC, Samples.line());
        // Then
        assertThat(fake.requests())
                .containsExactly(
                        "POST /subjects/sales.line.v1-value/versions",
                        "POST /subjects/dev.vigia.schema.SalesLine/versions");
        assertThatThrownBy(() -> serde(Map.of("value.subject.name.strategy", "Mine")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("none of TopicRecordNameStrategy, TopicNameStrategy, RecordNameStrategy");
    }

    @Test
    void shouldSayWhatIsWrongWhenAFrameIsNotOne() {
        assertUnreadable(new byte[] {0, 0}, "too short for a magic byte and an id");
        assertUnreadable("{\"a\":1}".getBytes(StandardCharsets.UTF_8), "begins with byte 123 instead of 0");
        assertUnreadable(new byte[] {0, 0, 0, 0, 99, 1}, "schema id 99", "Schema not found");
    }

    @Test
    void shouldSayWhatIsWrongWhenARecordIsDamaged() {
        // Given
        var serde = serde(Map.of());
        byte[] frame = serde.serializer().serialize(TOPIC, Samples.line());
        // Then
        assertUnreadable(Arrays.copyOf(frame, frame.length - 1), "schema id 1", "ends before the record does");
        assertUnreadable(Arrays.copyOf(frame, frame.length + 1), "schema id 1", "left over");
    }

    @Test
    void shouldNeverDoMoreThanRefuseWhenBytesAreRandom() {
        // Given
        long seed = 4;
        var random = new Random(seed);
        var serde = serde(Map.of());
        byte[] good = serde.serializer().serialize(TOPIC, Samples.line());
        for (int round = 0; round < 20_000; round++) {
            byte[] frame = good.clone();
            frame[5 + random.nextInt(frame.length - 5)] = (byte) random.nextInt();
            // When
            try {
                serde.deserializer().deserialize(TOPIC, frame);
            } catch (SerializationException e) {
                // Then
                assertThat(e).as("seed %d, round %d", seed, round).hasMessageContaining(TOPIC);
            }
        }
    }

    @Test
    void shouldNameTheTypeWhenTheProgramDoesNotHaveIt() {
        fake.add("{\"type\":\"record\",\"name\":\"com.acme.Order\",\"fields\":[]}");
        fake.add("{\"type\":\"record\",\"name\":\"java.lang.Runtime\",\"fields\":[]}");
        assertUnreadable(new byte[] {0, 0, 0, 0, 1}, "this program has no record type com.acme.Order");
        assertUnreadable(new byte[] {0, 0, 0, 0, 2}, "this program has no record type java.lang.Runtime");
    }

    @Test
    void shouldFillInDefaultsWhenAnOlderVersionWroteIt() {
        // Given
        fake.add("{\"type\":\"record\",\"name\":\"dev.vigia.schema.SalesLine\",\"fields\":["
                + "{\"name\":\"orderId\",\"type\":\"string\"},{\"name\":\"lineId\",\"type\":\"string\"}]}");
        // When
        var read = serde(Map.of()).deserializer().deserialize(TOPIC, new byte[] {0, 0, 0, 0, 1, 2, '7', 2, '1'});
        // Then
        assertThat(read).hasFieldOrPropertyWithValue("orderId", "7").hasFieldOrPropertyWithValue("product", null);
    }

    @Test
    void shouldReadAndWriteRightlyWhenManyThreadsShareIt() throws Exception {
        // Given
        var serde = serde(Map.of());
        var threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            var record = Samples.mixed().get(i % 4);
            tasks.add(() -> roundTrip(serde, record).equals(record));
        }
        // When
        var results = threads.invokeAll(tasks);
        threads.shutdown();
        // Then
        for (var result : results) {
            assertThat(result.get()).isTrue();
        }
    }

    @Test
    void shouldRefuseKeysWhenConfiguredForThem() {
        assertThatThrownBy(() -> new RegistrySerde<>().configure(Map.of("schema.registry.url", fake.url()), true))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Keys are plain UTF-8 strings")
                .hasMessageContaining("Serdes.String()");
    }

    private void assertUnreadable(byte[] frame, String... reasons) {
        assertThatThrownBy(() -> serde(Map.of()).deserializer().deserialize(TOPIC, frame))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(TOPIC)
                .hasMessageContainingAll(reasons);
    }

    private RegistrySerde<SpecificRecord> serde(Map<String, Object> more) {
        var settings = new HashMap<String, Object>(more);
        settings.put("schema.registry.url", fake.url());
        var serde = new RegistrySerde<>();
        serde.configure(settings, false);
        return serde;
    }

    private static SpecificRecord roundTrip(RegistrySerde<SpecificRecord> serde, SpecificRecord record) {
        var read = serde.deserializer().deserialize(TOPIC, serde.serializer().serialize(TOPIC, record));
        return Objects.requireNonNull(read);
    }
}
