package dev.vigia.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that the conditions of a mapping leave out. */
class LeftOutLinesTest {

    private static final String HEADER = "order,line,product,kind\n";
    private static final String ORDERS = """
              - { to: sales.order.v1, from: 'sales*.csv', key: [order], where: product is not null }
              - { to: sales.line.v1, from: 'sales*.csv', key: [order, line], where: product is not null, fields: { product: product } }
            """;
    private static final String STATES =
            "  - { to: sales.order.v1, from: 'sales*.csv', key: [order], where: kind = 'S', fields: { status: { value: product, map: { open: CONFIRMED } } } }\n";

    @TempDir
    private Path folder;

    private MappedFiles files = new MappedFiles(Path.of(""), Clock.systemUTC());

    @BeforeEach
    void begin() {
        files = new MappedFiles(folder, Clock.systemUTC());
    }

    @Test
    void shouldKeepAnOrderWhenOneOfItsLinesIsLeftOut() throws IOException {
        // Given
        files.write("sales.csv", HEADER + "1001,1,P-1,\n1001,2,,\n1001,3,P-3,\n");
        // When
        var counts = files.run(ORDERS, ImportOptions.PLAIN, "sales.csv").counts();
        // Then
        assertThat(files.standing())
                .containsOnlyKeys("sales.order.v1 1001", "sales.line.v1 1001|1", "sales.line.v1 1001|3");
        assertThat(counts.mappedLines()).isEqualTo(2);
        assertThat(counts.excludedLines()).isEqualTo(1);
        assertThat(files.kafka.writes).isEqualTo(3);
    }

    @Test
    void shouldTakeBackWhatAnEarlierFileSaidOfALineThatIsLeftOutNow() throws IOException {
        // Given
        files.write("sales-1.csv", HEADER + "1001,1,P-1,\n1001,2,P-2,\n1002,1,P-2,\n");
        files.write("sales-2.csv", HEADER + "1001,1,P-1,\n1001,2,,\n1002,1,,\n");
        // When
        files.run(ORDERS, ImportOptions.PLAIN, "sales-1.csv", "sales-2.csv");
        // Then
        assertThat(files.standing()).containsOnlyKeys("sales.order.v1 1001", "sales.line.v1 1001|1");
    }

    @Test
    void shouldKeepWhatOneEntryOfATopicSaysWhenAnotherLeavesTheLineOut() throws IOException {
        // Given
        var sales =
                "  - { to: sales.line.v1, from: sales.csv, key: [order, line], where: kind = 'V', fields: { product: product } }\n";
        files.write("sales.csv", HEADER + "1,1,P-1,V\n1,2,P-2,D\n");
        // When
        files.run(sales + sales.replace("'V'", "'D'"), ImportOptions.PLAIN, "sales.csv");
        // Then
        assertThat(files.standing()).containsOnlyKeys("sales.line.v1 1|1", "sales.line.v1 1|2");
    }

    @Test
    void shouldLeaveWhatStandsUnderTheKeyOfARefusedLineWhenAnotherLineIsLeftOut() throws IOException {
        // Given
        files.write("sales-1.csv", HEADER + "SP,1,open,S\n");
        files.write("sales-2.csv", HEADER + "SP,1,lost,S\nSP,2,open,-\n");
        // When
        var counts = files.run(STATES, ImportOptions.PLAIN, "sales-1.csv", "sales-2.csv")
                .counts();
        // Then
        assertThat(counts.refusedLines()).isEqualTo(1);
        assertThat(files.standing()).containsOnlyKeys("sales.order.v1 SP");
    }

    @Test
    void shouldTakeNothingBackAndSaySoWhenTheFileHasMoreKeysThanAreRemembered() throws IOException {
        // Given
        files.write("sales-1.csv", HEADER + "A,1,open,S\n");
        files.write("sales-2.csv", HEADER + "B,1,open,S\nC,1,open,S\nD,1,open,S\nD,2,open,-\nA,2,open,-\n");
        files.remember(2);
        // When
        files.run(STATES, ImportOptions.PLAIN, "sales-1.csv", "sales-2.csv");
        // Then
        assertThat(files.standing())
                .containsOnlyKeys("sales.order.v1 A", "sales.order.v1 B", "sales.order.v1 C", "sales.order.v1 D");
        assertThat(files.said).anyMatch(line -> line.startsWith("sales-2.csv: 2 records were not taken back"));
    }
}
