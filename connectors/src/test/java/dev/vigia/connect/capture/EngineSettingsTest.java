package dev.vigia.connect.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.debezium.config.CommonConnectorConfig;
import io.debezium.config.Configuration;
import io.debezium.connector.postgresql.PostgresConnectorConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineSettingsTest {

    @Test
    void shouldLetTheConnectorSayThatASlotTakesTooLongWhenTheEngineWaitsForIt() {
        // When
        var settings = new EngineSettings(Plans.config()).of(Map.of(), null);
        // Then
        long slot = Long.parseLong(PostgresConnectorConfig.CREATE_SLOT_COMMAND_TIMEOUT.defaultValueAsString());
        assertThat(Long.parseLong(settings.getProperty("task.management.timeout.ms")))
                .isGreaterThan(Duration.ofSeconds(slot).toMillis());
    }

    @Test
    void shouldBoundTheMemoryOfTheQueueWhenRowsAreLarge() {
        // When
        var settings = new EngineSettings(Plans.config()).of(Map.of(), null);
        // Then
        assertThat(Configuration.from(settings).getLong(CommonConnectorConfig.MAX_QUEUE_SIZE_IN_BYTES))
                .isBetween(1L << 20, 256L << 20);
    }
}
