package dev.vigia.app.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigia.app.SharedStack;
import dev.vigia.app.VigiaProgram;
import dev.vigia.app.topics.TopicContents;
import dev.vigia.connect.write.CanonicalWriter;
import dev.vigia.connect.write.WriterConfig;
import dev.vigia.connect.write.WriterMetrics;
import dev.vigia.schema.DeadLetter;
import dev.vigia.schema.Deleted;
import dev.vigia.schema.OrderStatus;
import dev.vigia.schema.Phase;
import dev.vigia.schema.ProgressMarker;
import dev.vigia.schema.SalesLine;
import dev.vigia.schema.SalesOrder;
import dev.vigia.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import of files into a real broker and registry, by the mapping that is shipped as an example. */
class ImportCommandTest {

    private static final String JANUARY = """
            pedido;item;data;situacao;uf;produto;quantidade;valor
            1001;1;30/01/2026;faturado;SP;PÃO-1;2,5;R$ 1.234,56
            1001;2;30/01/2026;faturado;SP;PÃO-2;1.000;10,00
            1002;1;31/01/2026;aberto;RJ;PÃO-1;1;5,00
            """;

    @TempDir
    private Path folder;

    private final String topics = SharedStack.newTopics();
    private final TopicContents contents = SharedStack.contents(topics);
    private String said = "";

    @Test
    void shouldHaveOneEffectWhenTheSameFileIsImportedTwice() throws IOException {
        // Given
        var file = file(JANUARY);
        // When
        var first = imported(file);
        var newest = newest();
        var again = imported(file);
        var forced = imported(file, "--again");
        // Then
        assertThat(first.path("records")).isEqualTo(json("{\"sales.line.v1\": 3, \"sales.order.v1\": 2}"));
        assertThat(again.path("skipped").get(0).asText()).isEqualTo("sales-2026-01.csv");
        assertThat(forced.path("mapped").asInt()).isEqualTo(3);
        assertThat(newest()).isEqualTo(newest).hasSize(5);
        var line = line("1001|1");
        assertThat(line.getProduct()).isEqualTo("PÃO-1");
        assertThat(line.getQuantity()).isEqualByComparingTo("2.5");
        assertThat(line.getRevenue()).isEqualByComparingTo("1234.56");
        assertThat(line("1001|2").getQuantity()).isEqualByComparingTo("1000");
        var order = order("1001");
        assertThat(order.getSoldAt()).isEqualTo(Instant.parse("2026-01-30T03:00:00Z"));
        assertThat(order.getStatus()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void shouldCorrectAndThenReplaceWhatEarlierFilesSaid() throws IOException {
        // Given
        imported(file(JANUARY));
        // When
        var corrected = imported(file(JANUARY.replace("1.234,56", "99,00").replace("1002;1;31/01", "1002;1;29/01")));
        // Then
        assertThat(corrected.path("mapped").asInt()).isEqualTo(3);
        assertThat(line("1001|1").getRevenue()).isEqualByComparingTo("99");
        assertThat(order("1002").getSoldAt()).isEqualTo(Instant.parse("2026-01-29T03:00:00Z"));
        // When
        var replaced =
                imported(file(JANUARY.lines().limit(2).reduce("", (all, line) -> all + line + "\n")), "--replace");
        // Then
        assertThat(replaced.path("retracted").asInt()).isEqualTo(3);
        assertThat(newest()).containsOnlyKeys("1001", "1001|1");
        var deleted = contents.all(Topics.SALES_ORDERS).stream()
                .filter(record -> record.value() instanceof Deleted)
                .toList();
        assertThat(deleted)
                .singleElement()
                .satisfies(record -> assertThat(record.key()).isEqualTo("1002"));
    }

    @Test
    void shouldMarkEveryPartitionOnceEverythingIsThere() throws IOException {
        // When
        var summary = imported(file(JANUARY), "--final", "2026-02-01");
        // Then
        var midnight = Instant.parse("2026-02-01T03:00:00Z");
        assertThat(summary.path("completeBefore").asText()).isEqualTo(midnight.toString());
        for (var topic : CanonicalWriter.SALES) {
            var markers = contents.all(topic).stream()
                    .filter(record -> record.value() instanceof ProgressMarker)
                    .toList();
            assertThat(markers).extracting(record -> record.partition()).containsExactlyInAnyOrder(0, 1, 2, 3);
            assertThat(markers).allSatisfy(record -> {
                var marker = (ProgressMarker) record.value();
                assertThat(marker.getAt()).isEqualTo(midnight);
                assertThat(marker.getPhase()).isEqualTo(Phase.LIVE);
            });
        }
        assertThat(contents.all(Topics.CAPTURE_PROGRESS)).isNotEmpty();
    }

    @Test
    void shouldSayHowADayIsWrittenWhenTheFinalDayIsNone() throws IOException {
        // When
        int status = run("import", file(JANUARY).toString(), "--final", "amanha");
        // Then
        assertThat(status).isEqualTo(2);
        assertThat(said)
                .contains("\"amanha\" is no day: write it as 2026-02-01")
                .doesNotContain("java.");
    }

    @Test
    void shouldAccountForRefusedLinesInLettersAndAFileThatCanBeMended() throws IOException {
        // Given
        var broken = JANUARY + "1003;1;32/01/2026;aberto;RJ;PÃO-1;1;5,00\n1004;1;31/01/2026;aberto;RJ;PÃO-1;x;5,00\n";
        Files.write(folder.resolve("sales-old.csv"), broken.getBytes(Charset.forName("windows-1252")));
        // When
        int strict = run(
                "import", folder.resolve("sales-old.csv").toString(), "--max-refused", "1", "--final", "2026-02-01");
        // Then
        assertThat(strict).isEqualTo(1);
        assertThat(said).contains("more lines were refused than --max-refused 1 allows. No marker was written.");
        assertThat(contents.all(Topics.SALES_LINES)).noneMatch(record -> record.value() instanceof ProgressMarker);
        var letters = contents.all(Topics.DEAD_LETTERS).stream()
                .map(record -> (DeadLetter) record.value())
                .toList();
        assertThat(letters)
                .extracting(DeadLetter::getOrigin)
                .containsExactlyInAnyOrder("sales-old.csv line 5", "sales-old.csv line 6");
        // Given
        var rejects = folder.resolve("sales-old.csv.rejected.csv");
        Files.writeString(
                rejects, Files.readString(rejects).replace("32/01", "31/01").replace(";x;", ";2;"));
        // When
        var mended = imported(rejects);
        // Then
        assertThat(mended.path("mapped").asInt()).isEqualTo(2);
        assertThat(newest()).containsKeys("1003|1", "1004|1").hasSize(9);
        assertThat(line("1004|1").getProduct()).isEqualTo("PÃO-1");
    }

    @Test
    void shouldWriteNothingWhenItIsUsedWronglyOrDry() throws IOException {
        assertThat(run("import", file(JANUARY.replace("valor", "valores")).toString()))
                .isEqualTo(2);
        assertThat(said)
                .contains("column \"valor\" is not in the header. Did you mean \"valores\"? Nothing was written.");
        assertThat(run("import", folder.resolve("no.csv").toString())).isEqualTo(2);
        assertThat(run("import", file(JANUARY).toString(), "--dry-run")).isZero();
        assertThat(said).contains("dry run: nothing was written");
        assertThat(newest()).isEmpty();
    }

    @Test
    void shouldLeaveARunningImportAloneWhenThereIsNothingToWrite() throws Exception {
        // Given
        var file = file(JANUARY);
        imported(file);
        var wrong = Files.writeString(folder.resolve("sales-wrong.csv"), JANUARY.replace("valor", "valores"));
        var config = config();
        try (var running = CanonicalWriter.open(config, new WriterMetrics(new SimpleMeterRegistry(), "sales-report"))) {
            // When
            assertThat(run("import", wrong.toString())).isEqualTo(2);
            var known = imported(file);
            // Then
            assertThat(known.path("skipped").size()).isEqualTo(1);
            running.keep(config.stateTopic(), "still-here".getBytes(UTF_8), "yes".getBytes(UTF_8));
            assertThatCode(running::commit).doesNotThrowAnyException();
        }
    }

    @Test
    void shouldBeRightInTheEndWhenItIsKilledHalfwayAndRunAgain() throws Exception {
        // Given
        var text = new StringBuilder(JANUARY.lines().findFirst().orElseThrow() + "\n");
        for (int i = 0; i < 60_000; i++) {
            text.append(i / 4)
                    .append(';')
                    .append(i % 4)
                    .append(";30/01/2026;faturado;SP;P;")
                    .append(i)
                    .append(";1,50\n");
        }
        var file = file(text.toString());
        var arguments = arguments("import", file.toString());
        // When
        try (var program = VigiaProgram.start(arguments)) {
            program.await(" lines/s, 0 refused");
            program.kill();
        }
        var before = newest().size();
        var summary = imported(file);
        // Then
        assertThat(before).isLessThan(75_000);
        assertThat(summary.path("mapped").asInt()).isEqualTo(60_000);
        var newest = newest();
        assertThat(newest).hasSize(75_000);
        assertThat(line("14999|3").getQuantity()).isEqualByComparingTo("59999");
    }

    private JsonNode imported(Path file, String... more) throws IOException {
        var all = new ArrayList<>(List.of("import", file.toString(), "--json"));
        all.addAll(List.of(more));
        assertThat(run(all.toArray(String[]::new))).as(said).isZero();
        return json(said.substring(said.indexOf("{\n")));
    }

    private int run(String... command) {
        var ran = VigiaProgram.run(arguments(command));
        said = ran.errors() + ran.output();
        return ran.exitCode();
    }

    private List<String> arguments(String... command) {
        var all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--mapping", "sales-csv", "--prefix", topics));
        all.addAll(List.of("--bootstrap-server", SharedStack.addresses().kafka()));
        all.addAll(List.of("--schema-registry", SharedStack.addresses().registry()));
        return all;
    }

    private WriterConfig config() {
        return new WriterConfig(
                "sales-report",
                topics,
                Map.of("bootstrap.servers", SharedStack.addresses().kafka()),
                Map.of("schema.registry.url", SharedStack.addresses().registry()),
                Clock.systemUTC());
    }

    private Map<String, SpecificRecord> newest() {
        var all = contents.newest(Topics.SALES_ORDERS);
        all.putAll(contents.newest(Topics.SALES_LINES));
        return all;
    }

    private SalesLine line(String key) {
        return (SalesLine) Objects.requireNonNull(newest().get(key), key);
    }

    private SalesOrder order(String key) {
        return (SalesOrder) Objects.requireNonNull(newest().get(key), key);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("sales-2026-01.csv"), text, UTF_8);
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
