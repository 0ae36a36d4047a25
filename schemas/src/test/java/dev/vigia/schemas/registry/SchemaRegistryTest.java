package dev.vigia.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.schemas.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaRegistryTest {

    private static final String STRING = "\"string\"";

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
    void shouldAskOnceWhenASchemaIsNeededAgain() {
        // Given
        int id = fake.add(STRING);
        var registry = registry(Map.of());
        // When
        registry.schema(id);
        registry.schema(id);
        // Then
        assertThat(fake.requests()).hasSize(1);
    }

    @Test
    void shouldGiveClientsThatMayNotRegisterEverySchemaOfATopicWhenItWasRegisteredForThem() {
        // Given
        Map<String, String> settings = Map.of("schema.registry.url", fake.url());
        var ids = new SchemaRegistration(new RegistryConfig(settings)).register(List.of(Topics.SALES_LINES));
        // When
        var client = registry(Map.of("auto.register.schemas", "false"));
        // Then
        assertThat(ids)
                .containsOnlyKeys(
                        "sales.line.v1-dev.vigia.schema.SalesLine",
                        "sales.line.v1-dev.vigia.schema.Deleted",
                        "sales.line.v1-dev.vigia.schema.ProgressMarker");
        ids.forEach((subject, id) ->
                assertThat(client.id(subject, client.schema(id))).isEqualTo(id));
    }

    @Test
    void shouldTryAgainWhenTheRegistryFailsForAMoment() {
        // Given
        int id = fake.add(STRING);
        fake.failWith(503, 429, 500);
        // When
        var schema = registry(Map.of()).schema(id);
        // Then
        assertThat(schema.getName()).isEqualTo("string");
        assertThat(fake.requests()).hasSize(4);
    }

    @Test
    void shouldGiveUpAndNameTheAddressWhenTheRegistryGoesOnFailing() {
        // Given
        fake.failWith(503, 503, 503, 503, 503);
        var registry = registry(Map.of());
        // Then
        assertThatThrownBy(() -> registry.schema(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("in 4 attempts")
                .hasMessageContaining(fake.url() + " answered 503");
        assertThat(fake.requests()).hasSize(4);
    }

    @Test
    void shouldNotTryAgainWhenTheRegistryRefuses() {
        // Given
        fake.failWith(401);
        var registry = registry(Map.of());
        // Then
        assertThatThrownBy(() -> registry.schema(1))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("401 told to fail");
        assertThat(fake.requests()).hasSize(1);
    }

    @Test
    void shouldGoToTheNextAddressAndStayThereWhenOneIsDown() throws IOException {
        // Given
        var dead = FakeRegistry.start();
        dead.close();
        int id = fake.add(STRING);
        var registry = registry(Map.of("schema.registry.url", dead.url() + "," + fake.url() + "/"));
        // When
        registry.schema(id);
        registry.schema(fake.add("\"int\""));
        // Then
        assertThat(fake.requests()).containsExactly("GET /schemas/ids/1", "GET /schemas/ids/2");
    }

    @Test
    void shouldForgetWhatWasMissingWhenItsTimeIsOver() {
        // Given
        var now = new AtomicLong();
        var missing = new MissingIds(Duration.ofSeconds(10), now::get);
        missing.add(7);
        // Then
        assertThatThrownBy(() -> missing.check(7)).isInstanceOf(RegistryException.class);
        now.set(Duration.ofSeconds(10).toNanos());
        missing.check(7);
    }

    @Test
    void shouldAskOnceWhenAFloodOfRecordsHasAnUnknownId() {
        // Given
        var registry = registry(Map.of());
        // When
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> registry.schema(9)).isInstanceOf(RegistryException.class);
        }
        // Then
        assertThat(fake.requests()).hasSize(1);
    }

    @Test
    void shouldSignInWithUserAndPasswordWhenTheyAreGiven() {
        // When
        registry(Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "ana:s3cret"))
                .schema(fake.add(STRING));
        registry(Map.of("schema.registry.url", fake.url("bob:p%40ss"))).schema(1);
        // Then
        assertThat(fake.authorizations()).containsExactly(basic("ana:s3cret"), basic("bob:p@ss"));
    }

    @Test
    void shouldSignInWithATokenWhenOneIsGiven() {
        // When
        registry(Map.of("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", "t0ken"))
                .schema(fake.add(STRING));
        // Then
        assertThat(fake.authorizations()).containsExactly("Bearer t0ken");
    }

    @Test
    void shouldNeverShowSecretsWhenSomethingGoesWrong() {
        // Given
        var settings = settings(Map.of(
                "schema.registry.url", "http://bob:s3cret@localhost:1",
                "basic.auth.user.info", "ana:s3cret",
                "bearer.auth.token", "s3cret"));
        var config = new RegistryConfig(settings);
        // Then
        assertThat(config.values().toString()).contains("[hidden]");
        assertThat(new Credentials(config)).hasToString("[hidden]");
        assertThatThrownBy(() -> new SchemaRegistry(config).schema(1))
                .hasMessageContaining("http://localhost:1")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> registry(Map.of("schema.registry.url", "ftp://bob:s3cret@localhost")))
                .isInstanceOf(ConfigException.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void shouldSayWhichSettingIsMissingWhenCredentialsAreIncomplete() {
        assertThatThrownBy(() -> registry(Map.of("bearer.auth.credentials.source", "STATIC_TOKEN")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("bearer.auth.token is empty");
    }

    @Test
    void shouldSaySoWhenTheAddressIsNotThatOfARegistry() {
        // Given
        int id = fake.add("not a schema");
        fake.failWith(200);
        // Then
        assertThatThrownBy(() -> registry(Map.of()).schema(id))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("Is schema.registry.url the address of a schema registry?");
        assertThatThrownBy(() -> registry(Map.of()).schema(id))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("is not an Avro schema");
    }

    @Test
    void shouldDoubleThePauseUpToTheLongestWhenItTriesAgain() {
        var backoff = new Backoff(9, 100, 1_000);
        assertThat(backoff.millisBefore(1)).isEqualTo(100);
        assertThat(backoff.millisBefore(3)).isEqualTo(400);
        assertThat(backoff.millisBefore(9)).isEqualTo(1_000);
    }

    private SchemaRegistry registry(Map<String, Object> more) {
        return new SchemaRegistry(new RegistryConfig(settings(more)));
    }

    private Map<String, Object> settings(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("schema.registry.url", fake.url());
        settings.put("retries.wait.ms", 1L);
        settings.putAll(more);
        return settings;
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }
}
