package dev.vigia.connect.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WriterConfigTest {

    @Test
    void shouldFindTheSameFolderAgainAndNeverThatOfAnotherInstallation() {
        // When
        var folder = config("", "broker:9092").scratch("rows-erp");
        // Then
        assertThat(folder)
                .isEqualTo(config("", "broker:9092").scratch("rows-erp"))
                .isNotEqualTo(config("", "broker:9092").scratch("rows-wms"))
                .isNotEqualTo(config("trial.", "broker:9092").scratch("rows-erp"))
                .isNotEqualTo(config("", "other:9092").scratch("rows-erp"));
        assertThat(folder.getFileName().toString())
                .startsWith("vigia-capture-rows-erp-" + System.getProperty("user.name"));
    }

    private static WriterConfig config(String prefix, String servers) {
        var kafka = Map.<String, Object>of("bootstrap.servers", servers);
        return new WriterConfig("erp", prefix, kafka, Map.of(), Clock.systemUTC());
    }
}
