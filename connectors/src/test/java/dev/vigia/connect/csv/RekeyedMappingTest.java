package dev.vigia.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.connect.mapping.Salt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapping that was changed between two imports. */
class RekeyedMappingTest {

    private static final String LINES =
            "  - { to: sales.line.v1, from: sales.csv, key: [order, line], fields: { product: product } }\n";
    private static final ImportOptions REPLACE =
            new ImportOptions(Reading.FOUND_OUT, true, false, null, Allowance.ANY, true);

    @TempDir
    private Path folder;

    private MappedFiles files = new MappedFiles(Path.of(""), Clock.systemUTC());

    @BeforeEach
    void importOnce() throws IOException {
        files = new MappedFiles(folder, Clock.systemUTC());
        files.write("sales.csv", "order,line,product,note\n1,1,P-1,\n1,2,P-2,\n");
        files.run(LINES, ImportOptions.PLAIN, "sales.csv");
    }

    @Test
    void shouldRefuseAnotherKeyUntilTheFilesReplaceWhatWasImported() throws IOException {
        // Given
        var other = LINES.replace("[order, line]", "[order, product]");
        int writes = files.kafka.writes;
        // When
        assertThatThrownBy(() -> files.run(other, ImportOptions.PLAIN, "sales.csv"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("sales.csv become records of sales.line.v1")
                .hasMessageContaining("--replace");
        // Then
        assertThat(files.kafka.writes).isEqualTo(writes);
        // When
        var replaced = files.run(other, REPLACE, "sales.csv");
        // Then
        assertThat(replaced.retracted()).isEqualTo(2);
        assertThat(files.standing()).containsOnlyKeys("sales.line.v1 1|P-1", "sales.line.v1 1|P-2");
        assertThat(files.run(other, ImportOptions.PLAIN, "sales.csv").failure()).isNull();
    }

    @Test
    void shouldRefuseAnotherConditionAndATopicThatIsGone() {
        var condition = LINES.replace("key:", "where: note is null, key:");
        var gone = "  - { to: sales.order.v1, from: sales.csv, key: [order], fields: { region: product } }\n";
        assertThatThrownBy(() -> files.run(condition, ImportOptions.PLAIN, "sales.csv"))
                .hasMessageContaining("sales.line.v1");
        assertThatThrownBy(() -> files.run(gone, ImportOptions.PLAIN, "sales.csv"))
                .hasMessageContaining("sales.line.v1");
    }

    @Test
    void shouldTakeBackWhatATopicHeldThatTheMappingDoesNotWriteAnyMore() throws IOException {
        // Given
        var other = "  - { to: sales.order.v1, from: sales.csv, key: [order], fields: { region: product } }\n";
        // When
        files.run(other, REPLACE, "sales.csv");
        // Then
        assertThat(files.standing()).containsOnlyKeys("sales.order.v1 1");
    }

    @Test
    void shouldRefuseAnotherSaltWhereItMakesTheKeys() throws IOException {
        // Given
        var hashed = "  - { to: sales.order.v1, from: sales.csv, key: [hash(order)], fields: { region: product } }\n";
        files.run(hashed, Salt.of("s1", "one secret of many"), REPLACE, "sales.csv");
        // When
        assertThatThrownBy(() ->
                        files.run(hashed, Salt.of("s2", "another secret of many"), ImportOptions.PLAIN, "sales.csv"))
                // Then
                .hasMessageContaining("sales.order.v1");
    }

    @Test
    void shouldTakeOtherValuesAndMoreTopicsAsACorrection() throws IOException {
        // Given
        var more = LINES.replace("product: product", "product: \"'new ' || product\"")
                + "  - { to: sales.order.v1, from: sales.csv, key: [order], fields: { region: product } }\n";
        // When
        files.run(more, ImportOptions.PLAIN, "sales.csv");
        // Then
        assertThat(files.standing()).containsOnlyKeys("sales.order.v1 1", "sales.line.v1 1|1", "sales.line.v1 1|2");
        assertThat(files.standing().get("sales.line.v1 1|1")).asString().contains("new P-1");
    }
}
