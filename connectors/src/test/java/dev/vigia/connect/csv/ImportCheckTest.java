package dev.vigia.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Salt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked before an import opens a writer, and so before it could end another one. */
class ImportCheckTest {

    private static final String RECORDS =
            "  - { to: sales.order.v1, from: sales.csv, key: [id], fields: { region: region } }\n";

    /** One in the morning of the second of February in São Paulo. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-02T04:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private MappedFiles files = new MappedFiles(Path.of(""), CLOCK);

    @BeforeEach
    void write() throws IOException {
        files = new MappedFiles(folder, CLOCK);
        files.write("sales.csv", "id,region\n1,SP\n");
    }

    @Test
    void shouldRefuseADayToComeUnlessItIsSaidTwice() throws IOException {
        // Given
        var tomorrow = LocalDate.of(2026, 2, 3);
        // When
        assertThatThrownBy(() -> files.run(RECORDS, complete(new FinalDay(tomorrow.plusDays(1), false)), "sales.csv"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("today is 2026-02-02 in America/Sao_Paulo")
                .hasMessageContaining("--final 2026-02-04 --final 2026-02-04");
        // Then
        assertThat(files.kafka.writes).isZero();
        assertThat(files.run(RECORDS, complete(new FinalDay(tomorrow, false)), "sales.csv")
                        .marked())
                .isTrue();
        assertThat(files.run(RECORDS, complete(new FinalDay(tomorrow.plusDays(1), true)), "sales.csv")
                        .marked())
                .isTrue();
    }

    @Test
    void shouldSayWhatIsCompleteAlreadyWhenAnEarlierDayIsSaid() throws IOException {
        // Given
        files.run(RECORDS, complete(new FinalDay(LocalDate.of(2026, 2, 2), false)), "sales.csv");
        // When
        var earlier = files.run(RECORDS, complete(new FinalDay(LocalDate.of(2026, 1, 1), false)), "sales.csv");
        // Then
        assertThat(earlier.marked()).isFalse();
        assertThat(earlier.completeBefore()).isEqualTo("2026-02-02T03:00:00Z");
        assertThat(files.said).anyMatch(line -> line.contains("before 2026-02-02 was said to be there already"));
    }

    @Test
    void shouldRefuseAFileWhoseRefusedLinesCouldNotBeWritten() throws IOException {
        // Given
        Files.createDirectory(folder.resolve("sales.csv.rejected.csv"));
        // When
        assertThatThrownBy(() -> files.run(RECORDS, ImportOptions.PLAIN, "sales.csv"))
                // Then
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("sales.csv.rejected.csv")
                .hasMessageContaining("copy the file into a folder that can be written");
        assertThat(files.kafka.writes).isZero();
    }

    @Test
    void shouldNeedNoWriterWhenEveryFileIsKnown() throws IOException {
        // Given
        assertThat(isNeeded(null)).isTrue();
        files.run(RECORDS, ImportOptions.PLAIN, "sales.csv");
        // Then
        assertThat(isNeeded(null)).isFalse();
        assertThat(isNeeded(new FinalDay(LocalDate.of(2026, 2, 2), false))).isTrue();
        // When
        files.write("sales.csv", "id,region\n1,RJ\n");
        // Then
        assertThat(isNeeded(null)).isTrue();
    }

    private boolean isNeeded(@Nullable FinalDay day) {
        var mapping = CsvMapping.of(
                Mapping.parse("report.yaml", "source: report\ntimezone: America/Sao_Paulo\nrecords:\n" + RECORDS),
                Salt.none());
        var source = CsvSource.of(folder.resolve("sales.csv").toString(), InputStream.nullInputStream());
        return new ImportCheck(mapping, complete(day), CLOCK).isNeeded(List.of(source), files.kafka.memory());
    }

    private static ImportOptions complete(@Nullable FinalDay day) {
        return new ImportOptions(Reading.FOUND_OUT, false, false, day, Allowance.ANY, true);
    }
}
