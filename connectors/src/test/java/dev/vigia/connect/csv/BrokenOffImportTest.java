package dev.vigia.connect.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenOffImportTest {

    private static final String RECORDS =
            "  - { to: sales.order.v1, from: sales.csv, key: [id], fields: { region: region } }\n";

    @TempDir
    private Path folder;

    @Test
    void shouldSayHowFarItCameWhenAPackedFileIsCut() throws IOException {
        // Given
        var files = new MappedFiles(folder, Clock.systemUTC());
        var packed = packed();
        Files.write(folder.resolve("sales.csv.gz"), Arrays.copyOf(packed, packed.length / 2));
        var options = new ImportOptions(
                Reading.FOUND_OUT, false, false, new FinalDay(LocalDate.of(2026, 2, 1), true), Allowance.ANY, true);
        // When
        var summary = files.run(RECORDS, options, "sales.csv.gz");
        // Then
        long lines = summary.counts().lines();
        assertThat(lines).isPositive();
        assertThat(summary.failure())
                .contains("sales.csv.gz: behind line " + (lines + 1))
                .contains("Unexpected end of ZLIB input stream")
                .contains("run it again");
        assertThat(files.kafka.standing).hasSize((int) lines);
        assertThat(files.kafka.marks).isEmpty();
        // When
        Files.write(folder.resolve("sales.csv.gz"), packed);
        // Then
        assertThat(files.run(RECORDS, options, "sales.csv.gz").failure()).isNull();
        assertThat(files.kafka.standing).hasSize(50_000);
    }

    /** More than is looked at before the first line is imported. */
    private static byte[] packed() throws IOException {
        var random = new Random(1);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("id,region\n".getBytes(UTF_8));
            for (int i = 0; i < 50_000; i++) {
                gzip.write((i + "," + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong())
                                + Long.toHexString(random.nextLong()) + "\n")
                        .getBytes(UTF_8));
            }
        }
        return packed.toByteArray();
    }
}
