package dev.vigia.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a refused line a dead letter shows. */
class ShownColumnsTest {

    private static final String RECORDS =
            "  - { to: sales.order.v1, from: sales.csv, key: [id], fields: { status: { value: state, map: { open: CONFIRMED } } } }\n";

    @TempDir
    private Path folder;

    @Test
    void shouldShowOnlyWhatTheMappingReads() throws IOException {
        // Given
        var files = new MappedFiles(folder, Clock.systemUTC());
        files.write("sales.csv", "name,id,state\nAna,1,lost\nEva,1\nEva,\"1,\n");
        // When
        files.run(RECORDS, ImportOptions.PLAIN, "sales.csv");
        // Then
        assertThat(files.kafka.origins).extracting(Remembered::text).containsExactly("***,1,lost", "***", "***");
    }
}
