package dev.vigia.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which answers make a record a bad one: only those about its schema. */
class RegistryRefusalTest {

    private static final String TOPIC = "sales.line.v1";
    private static final byte[] FRAME = {0, 0, 0, 0, 1, 2, '7', 2, '1'};

    private FakeRegistry fake;

    @BeforeEach
    void startRegistry() throws IOException {
        fake = FakeRegistry.start();
    }

    @AfterEach
    void stopRegistry() {
        fake.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            200; <html>Welcome</html>
            200; {"hello": "world"}
            200; {"schema": 7}
            302; moved
            401; {"error_code": 401, "message": "Unauthorized"}
            403; {"error_code": 40301, "message": "Forbidden"}
            404; <html>Not Found</html>
            404; {"error_code": 404, "message": "HTTP 404 Not Found"}
            404; {"error_code": 40401, "message": "Subject not found"}
            408; ''
            409; {"error_code": 409, "message": "Conflict"}
            """)
    void shouldNotBlameTheRecordWhenAnAnswerIsNotAboutItsSchema(int status, String body) {
        // Given
        fake.add("{\"type\":\"record\",\"name\":\"dev.vigia.schema.SalesLine\",\"fields\":["
                + "{\"name\":\"orderId\",\"type\":\"string\"},{\"name\":\"lineId\",\"type\":\"string\"}]}");
        fake.answerWith(status, body);
        var deserializer = serde(true).deserializer();
        // When
        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, FRAME))
                .isExactlyInstanceOf(RegistryException.class)
                .hasMessageContaining("GET " + fake.url() + "/schemas/ids/1 answered " + status);
        // Then
        assertThat(deserializer.deserialize(TOPIC, FRAME)).hasFieldOrPropertyWithValue("orderId", "7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            true;  200; {"id": "one"}
            true;  401; {"error_code": 401, "message": "Unauthorized"}
            true;  404; {"error_code": 40403, "message": "Schema not found"}
            true;  409; <html>Conflict</html>
            true;  422; {"error_code": 42205, "message": "Subject is in read-only mode"}
            false; 200; <html>Welcome</html>
            false; 403; {"error_code": 40301, "message": "Forbidden"}
            false; 404; <html>Not Found</html>
            false; 404; {"error_code": 404, "message": "HTTP 404 Not Found"}
            """)
    void shouldNotBlameTheRecordToWriteWhenAnAnswerIsNotAboutItsSchema(boolean registers, int status, String body) {
        // Given
        fake.add(SchemaText.of(Samples.line().getSchema()));
        fake.answerWith(status, body);
        var serializer = serde(registers).serializer();
        // When
        assertThatThrownBy(() -> serializer.serialize(TOPIC, Samples.line()))
                .isExactlyInstanceOf(RegistryException.class)
                .hasMessageContaining("POST " + fake.url() + "/subjects/")
                .hasMessageContaining("answered " + status);
        // Then
        assertThat(serializer.serialize(TOPIC, Samples.line())).startsWith(0, 0, 0, 0, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "true, 409, 409, Check its compatibility",
        "true, 422, 42201, Check its compatibility",
        "false, 404, 40401, Register it first",
        "false, 404, 40402, Register it first",
        "false, 404, 40403, Register it first"
    })
    void shouldRefuseTheRecordWhenItsSchemaIsRefused(boolean registers, int status, int code, String remedy) {
        // Given
        fake.answerWith(status, "{\"error_code\":" + code + ",\"message\":\"not this one\"}");
        var serializer = serde(registers).serializer();
        // Then
        assertThatThrownBy(() -> serializer.serialize(TOPIC, Samples.line()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(status + " not this one")
                .hasMessageContaining(remedy);
    }

    @Test
    void shouldRefuseTheRecordWhenItsSchemaIsOfNoUse() {
        // Given
        fake.add("syntax = \"proto3\";");
        // Then
        assertThatThrownBy(() -> serde(true).deserializer().deserialize(TOPIC, FRAME))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("is not an Avro schema");
    }

    @Test
    void shouldNameTheSettingsToSignInWithWhenTheyAreRefused() {
        // Given
        fake.failWith(401);
        // Then
        assertThatThrownBy(() -> serde(true).deserializer().deserialize(TOPIC, FRAME))
                .hasMessageContaining("basic.auth.user.info or bearer.auth.token");
    }

    private RegistrySerde<SpecificRecord> serde(boolean registers) {
        var serde = new RegistrySerde<>();
        serde.configure(Map.of("schema.registry.url", fake.url(), "auto.register.schemas", registers), false);
        return serde;
    }
}
