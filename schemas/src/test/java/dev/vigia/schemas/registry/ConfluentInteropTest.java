package dev.vigia.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.schema.OrderStatus;
import dev.vigia.schema.ProgressMarker;
import dev.vigia.schema.SalesLine;
import dev.vigia.schema.SalesOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ours and Confluent's real serdes read each other, over a real registry. */
class ConfluentInteropTest {

    private static final String TOPIC = "interop.sales.v1";

    private static RealRegistry server;
    private static ConfluentClient confluent;

    @BeforeAll
    static void start() throws Exception {
        server = RealRegistry.start();
        confluent = new ConfluentClient(Map.of("schema.registry.url", server.url()));
    }

    @AfterAll
    static void stop() throws IOException {
        confluent.close();
        server.close();
    }

    @Test
    void shouldBeReadByConfluentWhenOursWroteSeveralTypesIntoOneTopic() throws Exception {
        // Given
        byte[] line = ours().serializer().serialize(TOPIC, Samples.line());
        byte[] marker = ours().serializer().serialize(TOPIC, Samples.marker());
        // When
        var readLine = confluent.read(TOPIC, line);
        var readMarker = confluent.read(TOPIC, marker);
        // Then
        assertThat(readLine.type()).isEqualTo("dev.vigia.schema.SalesLine");
        assertThat(readLine.get("orderId")).isEqualTo("4711");
        assertThat(readLine.get("quantity")).isEqualTo(new BigDecimal("-12.345"));
        assertThat(readLine.get("revenue")).isEqualTo(new BigDecimal("1234567890123456.78"));
        assertThat(readLine.get("kind")).isEqualTo("RETURN");
        assertThat(readMarker.type()).isEqualTo("dev.vigia.schema.ProgressMarker");
        assertThat(readMarker.get("at")).isEqualTo(Samples.NOON);
        assertThat(readMarker.get("phase")).isEqualTo("LIVE");
    }

    @Test
    void shouldReadWhatConfluentWroteWhenOneTopicHoldsSeveralTypes() throws Exception {
        // Given
        byte[] order = confluent.write(
                TOPIC,
                SchemaText.of(SalesOrder.getClassSchema()),
                Map.of("orderId", "4712", "status", "COMPLETED", "soldAt", Samples.NOON, "region", "Goiás"));
        byte[] line = confluent.write(
                TOPIC,
                SchemaText.of(SalesLine.getClassSchema()),
                Map.of(
                        "orderId",
                        "4712",
                        "lineId",
                        "20",
                        "quantity",
                        new BigDecimal("7.500"),
                        "revenue",
                        new BigDecimal("-0.01")));
        // When
        var readOrder = (SalesOrder) ours().deserializer().deserialize(TOPIC, order);
        var readLine = (SalesLine) ours().deserializer().deserialize(TOPIC, line);
        // Then
        assertThat(readOrder.getStatus()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(readOrder.getSoldAt()).isEqualTo(Samples.NOON);
        assertThat(readOrder.getRegion()).isEqualTo("Goiás");
        assertThat(readLine.getQuantity()).isEqualTo(new BigDecimal("7.500"));
        assertThat(readLine.getRevenue()).isEqualTo(new BigDecimal("-0.01"));
        assertThat(readLine.getKind()).isNull();
    }

    @Test
    void shouldShareIdsWhenBothWriteTheSameSchema() throws Exception {
        // Given
        byte[] theirs = confluent.write(
                "shared.v1", SchemaText.of(SalesLine.getClassSchema()), Map.of("orderId", "1", "lineId", "1"));
        // When
        var line = SalesLine.newBuilder().setOrderId("1").setLineId("1").build();
        byte[] frame = ours(Map.of("auto.register.schemas", false)).serializer().serialize("shared.v1", line);
        // Then
        assertThat(frame).isEqualTo(theirs);
    }

    @Test
    void shouldRefuseToWriteWhenNobodyRegisteredTheSchema() {
        var serializer = ours(Map.of("auto.register.schemas", false)).serializer();
        assertThatThrownBy(() -> serializer.serialize("unregistered.v1", Samples.marker()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(ProgressMarker.getClassSchema().getFullName())
                .hasMessageContaining("Register it first");
    }

    @Test
    void shouldSayThatTheIdIsUnknownWhenTheRealRegistryDoesNotHaveIt() {
        assertThatThrownBy(() -> ours().deserializer().deserialize(TOPIC, new byte[] {0, 0, 1, 0, 0, 1}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(TOPIC)
                .hasMessageContaining("schema id 65536");
    }

    @Test
    void shouldNotBlameTheRecordWhenTheAddressLacksThePathOfTheRealRegistry() {
        // Given
        var url = server.url().replace("/apis/ccompat/v7", "");
        var deserializer = ours(Map.of("schema.registry.url", url)).deserializer();
        // Then
        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, new byte[] {0, 0, 1, 0, 0, 1}))
                .isExactlyInstanceOf(RegistryException.class)
                .hasMessageContaining("GET " + url + "/schemas/ids/65536 answered 404")
                .hasMessageContaining("Is schema.registry.url the address of a schema registry?");
    }

    private static RegistrySerde<SpecificRecord> ours() {
        return ours(Map.of());
    }

    private static RegistrySerde<SpecificRecord> ours(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.putIfAbsent("schema.registry.url", server.url());
        var serde = new RegistrySerde<>();
        serde.configure(settings, false);
        return serde;
    }
}
