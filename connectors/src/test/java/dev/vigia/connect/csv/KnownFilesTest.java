package dev.vigia.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.mapping.Salt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownFilesTest {

    private static final String RECORDS =
            "  - { to: sales.order.v1, from: 'sales*.csv', key: [id], fields: { region: region } }\n";
    private static final String FILE = "id,region\n1,SP\n";

    @TempDir
    private Path folder;

    private MappedFiles files = new MappedFiles(Path.of(""), Clock.systemUTC());

    @BeforeEach
    void begin() {
        files = new MappedFiles(folder, Clock.systemUTC());
    }

    @Test
    void shouldKnowFilesOfOneNameInSeveralFolders() throws IOException {
        // Given
        files.write("jan/sales.csv", FILE);
        files.write("feb/sales.csv", FILE.replace("1,", "2,"));
        files.run(RECORDS, ImportOptions.PLAIN, "jan/sales.csv", "feb/sales.csv");
        // When
        var again = files.run(RECORDS, ImportOptions.PLAIN, "jan/sales.csv", "feb/sales.csv");
        // Then
        assertThat(again.skipped()).hasSize(2);
    }

    @Test
    void shouldImportAFileThatIsAgainWhatItWas() throws IOException {
        // Given
        files.write("sales.csv", FILE);
        files.run(RECORDS, ImportOptions.PLAIN, "sales.csv");
        files.write("sales.csv", FILE.replace("SP", "RJ"));
        files.run(RECORDS, ImportOptions.PLAIN, "sales.csv");
        // When
        files.write("sales.csv", FILE);
        var third = files.run(RECORDS, ImportOptions.PLAIN, "sales.csv");
        // Then
        assertThat(third.skipped()).isEmpty();
        assertThat(files.standing().get("sales.order.v1 1")).asString().contains("SP");
    }

    @Test
    void shouldKnowNoFileFromBeforeAnImportThatDidNotComeToItsEnd() throws IOException {
        // Given
        files.write("sales.csv", FILE);
        files.write("sales-other.csv", "id,region\n1,RJ\n,PR\n");
        files.write("sales-more.csv", "id,region\n2,SP\n");
        files.run(RECORDS, ImportOptions.PLAIN, "sales.csv");
        files.run(RECORDS, allowingNoRefusal(), "sales-other.csv");
        files.run(RECORDS, ImportOptions.PLAIN, "sales-more.csv");
        // When
        var again = files.run(RECORDS, ImportOptions.PLAIN, "sales.csv", "sales-more.csv");
        // Then
        assertThat(again.skipped()).containsExactly("sales-more.csv");
        assertThat(files.standing().get("sales.order.v1 1")).asString().contains("SP");
    }

    @Test
    void shouldImportAFileAnewWhenItIsReadOtherwise() throws IOException {
        // Given
        files.write("sales.csv", "id,region\n1,S\u00E3o\n");
        files.run(RECORDS, reading("windows-1252"), "sales.csv");
        // When
        var other = files.run(RECORDS, reading("UTF-8"), "sales.csv");
        var same = files.run(RECORDS, reading("UTF-8"), "sales.csv");
        // Then
        assertThat(other.skipped()).isEmpty();
        assertThat(files.standing().get("sales.order.v1 1")).asString().contains("S\u00E3o");
        assertThat(same.skipped()).hasSize(1);
    }

    @Test
    void shouldImportAFileAnewWhenAnotherSaltHashes() throws IOException {
        // Given
        var hashing = RECORDS.replace("region: region", "region: hash(region)");
        files.write("sales.csv", FILE);
        files.run(hashing, Salt.of("s1", "one secret of many"), ImportOptions.PLAIN, "sales.csv");
        // When
        var other = files.run(hashing, Salt.of("s2", "another secret of many"), ImportOptions.PLAIN, "sales.csv");
        // Then
        assertThat(other.skipped()).isEmpty();
        assertThat(files.standing().get("sales.order.v1 1")).asString().contains("s2:");
    }

    private static ImportOptions allowingNoRefusal() {
        return new ImportOptions(Reading.FOUND_OUT, false, false, null, Allowance.parse("0"), true);
    }

    private static ImportOptions reading(String encoding) {
        return new ImportOptions(new Reading(encoding, ",", null), false, false, null, Allowance.ANY, true);
    }
}
