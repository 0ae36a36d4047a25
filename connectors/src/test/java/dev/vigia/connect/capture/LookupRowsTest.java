package dev.vigia.connect.capture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.connect.join.RocksStore;
import java.nio.file.Path;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupRowsTest {

    @TempDir
    private Path folder;

    @Test
    void shouldLeaveTheFolderToTheNextWhenTheKeptRowsCannotBeRead() {
        // Given
        assertThatThrownBy(() -> LookupRows.over(RocksStore.open(folder, 1), store -> {
                    throw new KafkaException("Kafka is gone");
                }))
                .hasMessage("Kafka is gone");
        // When / Then
        assertThatCode(() -> RocksStore.open(folder, 1).close()).doesNotThrowAnyException();
    }
}
