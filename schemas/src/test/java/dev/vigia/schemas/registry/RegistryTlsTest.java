package dev.vigia.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTlsTest {

    @TempDir
    private static Path folder;

    private static TestStores stores;
    private static FakeRegistry fake;

    @BeforeAll
    static void start() throws Exception {
        stores = TestStores.in(folder);
        fake = FakeRegistry.startWithTls(stores.serverContext(), true);
        fake.add("\"string\"");
    }

    @AfterAll
    static void stop() {
        fake.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS", "PEM"})
    void shouldTrustAndBeTrustedWhenBothStoresAreGiven(String type) throws Exception {
        // Given
        Map<String, Object> settings = new HashMap<>(stores.truststore(type));
        settings.putAll(stores.keystore(type));
        // When
        var schema = registry(settings).schema(1);
        // Then
        assertThat(schema.getName()).isEqualTo("string");
    }

    @Test
    void shouldRefuseTheServerWhenItsCertificateIsNotTrusted() {
        assertThatThrownBy(() -> registry(Map.of()).schema(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("PKIX");
    }

    @Test
    void shouldBeRefusedWhenTheServerAsksForACertificateAndNoneIsGiven() throws Exception {
        // Given
        var settings = stores.truststore("PKCS12");
        // Then
        assertThatThrownBy(() -> registry(settings).schema(1)).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void shouldRefuseTheSettingWhenNamesAreNotToBeChecked() {
        assertThatThrownBy(() -> registry(Map.of("schema.registry.ssl.endpoint.identification.algorithm", "")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.ssl.endpoint.identification.algorithm can only be https");
    }

    private static SchemaRegistry registry(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("schema.registry.url", fake.url());
        settings.put("max.retries", 0);
        return new SchemaRegistry(new RegistryConfig(settings));
    }
}
