package dev.vigia.connect.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.connect.csv.cell.Declared;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.schema.Phase;
import dev.vigia.schema.SalesLine;
import dev.vigia.schemas.Position;
import dev.vigia.schemas.Topics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvImportTest {

    private static final String HEADER = "order;line;quantity;sold_on;customer;note\n";
    private static final String JANUARY =
            HEADER + "1;1;2,5;31/01/2026;Ana;\n1;2;1.000,0;31/01/2026;Ana;\n2;1;3;30/01/2026;Rui;\n";

    @TempDir
    private Path folder;

    private final Remembered kafka = new Remembered();
    private final List<String> said = new ArrayList<>();

    @Test
    void shouldMakeAnOrderAndItsLinesOfTheLinesOfAFile() throws IOException {
        // When
        var summary = run(file("sales.csv", JANUARY));
        // Then
        assertThat(kafka.standing)
                .containsOnlyKeys(
                        "sales.order.v1 1",
                        "sales.order.v1 2",
                        "sales.line.v1 1|1",
                        "sales.line.v1 1|2",
                        "sales.line.v1 2|1");
        assertThat(quantity("1|2")).isEqualTo("1000.000");
        assertThat(kafka.at("sales.line.v1 1|2").position()).isEqualTo(new Position(1, 1, 3));
        assertThat(summary.counts().records()).isEqualTo(Map.of("sales.order.v1", 2L, "sales.line.v1", 3L));
        assertThat(counts(summary)).containsExactly(3L, 3L, 0L, 0L, 0L);
        assertThat(said).anyMatch(line -> line.contains("column \"quantity\" is read as numbers like 1.234,56"));
    }

    @Test
    void shouldChangeNothingWhenTheSameFileComesTwice() throws IOException {
        // Given
        run(file("sales.csv", JANUARY));
        int writes = kafka.writes;
        // When
        var again = run(file("sales.csv", JANUARY));
        // Then
        assertThat(again.skipped()).containsExactly("sales.csv");
        assertThat(kafka.writes).isEqualTo(writes);
        assertThat(said).anyMatch(line -> line.contains("was imported before, with this content"));
        // When
        var standing = Map.copyOf(values());
        var forced = run(again(), file("sales.csv", JANUARY));
        // Then
        assertThat(forced.skipped()).isEmpty();
        assertThat(values()).isEqualTo(standing);
    }

    @Test
    void shouldCorrectWhatACorrectedFileSaysOtherwise() throws IOException {
        // Given
        run(file("sales.csv", JANUARY));
        // When
        run(file(
                "sales.csv",
                JANUARY.replace("1;1;2,5;31/01/2026;Ana;", "1;1;7;31/01/2026;Ana;")
                        .replace("2;1;3;30/01/2026;Rui;", "2;1;3;30/01/2026;Rui;quotation")));
        // Then
        assertThat(quantity("1|1")).isEqualTo("7.000");
        assertThat(kafka.standing).doesNotContainKeys("sales.line.v1 2|1", "sales.order.v1 2");
    }

    @Test
    void shouldBeRightInTheEndWhenItIsKilledHalfwayAndRunAgain() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("CsvImportTest killed halfway, seed " + seed);
        var random = new Random(seed);
        // Given
        var text = new StringBuilder(HEADER);
        for (int i = 0; i < 120_000; i++) {
            text.append(i / 3).append(';').append(i % 3).append(";").append(i).append(",5;31/01/2026;Ana;\n");
        }
        var file = file("sales.csv", text.toString());
        kafka.commitsLeft = random.nextInt(3);
        // When
        assertThatThrownBy(() -> run(file)).hasMessage("killed");
        kafka.restart();
        var before = kafka.standing.size();
        var summary = run(file);
        // Then
        assertThat(before).isLessThan(160_000);
        assertThat(kafka.standing).hasSize(160_000);
        assertThat(summary.skipped()).isEmpty();
        assertThat(quantity("39999|2")).isEqualTo("119999.500");
        assertThat(run(file).skipped()).hasSize(1);
    }

    @Test
    void shouldLetTheLaterLineHoldWhenAKeyIsRepeated() throws IOException {
        // When
        var summary = run(file("sales.csv", JANUARY + "1;1;9;31/01/2026;Ana;\n2;1;3;30/01/2026;Rui;\n"));
        // Then
        assertThat(quantity("1|1")).isEqualTo("9.000");
        assertThat(summary.repeated().count()).isEqualTo(1);
        assertThat(summary.repeated().lines()).containsExactly(5L);
    }

    @Test
    void shouldRefuseLinesWithLetterAndRejectFileAndReadThemOnceMended() throws IOException {
        // Given
        var broken = JANUARY
                + "\n;;;;;\n3;1;many;30/01/2026;Eva;\n4;1;1,5\n5;1;\"2;30/01/2026;Zoe;\n6;;1;30/01/2026;Ivo;\n7;1;1;30/01/2026;Lia;;x\n8;1;1;30/01/2026;Lia;;;\n";
        // When
        var summary = run(file("sales.csv", broken));
        // Then
        assertThat(counts(summary)).containsExactly(9L, 4L, 0L, 5L, 2L);
        assertThat(summary.counts().reasons())
                .isEqualTo(Map.of("wrong-type", 1L, "unreadable", 3L, "missing-value", 1L));
        assertThat(kafka.refusals).hasSize(5);
        assertThat(kafka.origins).extracting(origin -> origin.words()).contains("sales.csv line 7", "sales.csv line 9");
        var rejects = folder.resolve("sales.csv.rejected.csv");
        assertThat(summary.rejects()).containsExactly(rejects);
        assertThat(Files.readString(rejects))
                .startsWith("\uFEFForder;line;quantity;sold_on;customer;note;line;reason;detail"
                        .replace(";line;reason", ";line;reason"))
                .contains("3;1;many;30/01/2026;Eva;;7;wrong-type;");
    }

    @Test
    void shouldNeverShowAHashedColumnInADeadLetter() throws IOException {
        // When
        run(file("sales.csv", JANUARY + "3;1;many;30/01/2026;Eva;\n4;1;1,5;Eva\n5;1;\"2;30/01/2026;Eva;\n"));
        // Then
        assertThat(kafka.origins)
                .hasSize(3)
                .noneMatch(origin -> Remembered.text(origin).contains("Eva"));
        assertThat(kafka.refusals).noneMatch(refusal -> refusal.detail().contains("Eva"));
        assertThat(Remembered.text(kafka.origins.get(0))).isEqualTo("3;1;many;30/01/2026;***;");
    }

    @Test
    void shouldMarkOnlyAfterEverythingWasThere() throws IOException {
        // When
        var summary = run(complete(LocalDate.of(2026, 2, 1), Allowance.ANY), file("sales.csv", JANUARY));
        // Then
        var midnight = Instant.parse("2026-02-01T03:00:00Z");
        assertThat(kafka.marks).singleElement().satisfies(mark -> {
            assertThat(mark.at()).isEqualTo(midnight);
            assertThat(mark.phase()).isEqualTo(Phase.LIVE);
            assertThat(mark.position().epoch()).isEqualTo(1);
        });
        assertThat(summary.completeBefore()).isEqualTo(midnight);
        // When
        var later = run(complete(LocalDate.of(2026, 3, 1), Allowance.ANY), file("sales.csv", JANUARY));
        var earlier = run(complete(LocalDate.of(2026, 1, 1), Allowance.ANY), file("sales.csv", JANUARY));
        // Then
        assertThat(later.skipped()).hasSize(1);
        assertThat(kafka.marks).hasSize(2);
        assertThat(earlier.marked()).isFalse();
    }

    @Test
    void shouldFailBeforeTheMarkerWhenTooManyLinesAreRefused() throws IOException {
        var file = file("sales.csv", JANUARY + "3;1;many;30/01/2026;Eva;\n");
        for (var most : List.of("0", "10%")) {
            // When
            var summary = run(complete(LocalDate.of(2026, 2, 1), Allowance.parse(most)), file);
            // Then
            assertThat(summary.failure()).contains("--max-refused " + most);
            assertThat(kafka.marks).isEmpty();
        }
        // When
        var enough = run(complete(LocalDate.of(2026, 2, 1), Allowance.parse("25%")), file);
        // Then
        assertThat(enough.failure()).isNull();
        assertThat(kafka.marks).hasSize(1);
    }

    @Test
    void shouldTakeBackWhatAReplacementDoesNotHold() throws IOException {
        // Given
        run(file("sales.csv", JANUARY));
        // When
        var summary = run(
                replace(Allowance.ANY), file("sales.csv", HEADER + "1;1;4,5;31/01/2026;Ana;\n2;1;x;30/01/2026;Rui;\n"));
        // Then
        assertThat(summary.failure()).isNull();
        assertThat(kafka.standing)
                .containsOnlyKeys("sales.order.v1 1", "sales.order.v1 2", "sales.line.v1 1|1", "sales.line.v1 2|1");
        assertThat(kafka.at("sales.line.v1 1|1").position()).isEqualTo(new Position(2, 2, 2));
        assertThat(summary.retracted()).isEqualTo(1);
    }

    @Test
    void shouldCommitWhatItTookBackBeforeTheNextTopicIsRead() throws IOException {
        // Given
        run(file("sales.csv", JANUARY));
        // When
        var summary = run(replace(Allowance.ANY), file("sales.csv", HEADER + "1;1;4,5;31/01/2026;Ana;\n"));
        // Then
        assertThat(summary.retracted()).isEqualTo(3);
        assertThat(kafka.openWhenRead).containsExactly(0, 0);
    }

    @Test
    void shouldTakeNothingBackWhenNobodyKnowsWhatTheFileHolds() throws IOException {
        // Given
        run(file("sales.csv", JANUARY));
        var unknown = file("sales.csv", HEADER + "1;1;4,5;31/01/2026;Ana;\n2;1;\"open;30/01/2026;Rui;\n");
        // When
        var summary = run(replace(Allowance.ANY), unknown);
        // Then
        assertThat(summary.failure()).contains("nothing was taken back");
        assertThat(kafka.standing).hasSize(5);
        assertThatThrownBy(() -> run(unknown))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--replace was begun and did not come to its end");
        // When
        var allowed = run(replace(Allowance.parse("1")), unknown);
        // Then
        assertThat(allowed.retracted()).isEqualTo(3);
    }

    @Test
    void shouldRefuseBeforeAnythingIsWrittenWhenTheHeaderDoesNotFit() throws IOException {
        var good = file("good.csv", JANUARY);
        assertThatThrownBy(() -> run(good, file("sales.csv", JANUARY.replace("quantity", "quantitty"))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("column \"quantity\" is not in the header. Did you mean \"quantitty\"?");
        assertThatThrownBy(() -> run(good, file("sales.csv", JANUARY.replace("note", " order "))))
                .hasMessageContaining("names a column twice: \"order\"");
        assertThatThrownBy(() -> run(good, file("sales.csv", ""))).hasMessageContaining("sales.csv: it is empty");
        assertThatThrownBy(
                        () -> run(good, CsvSource.of(folder.resolve("none.csv").toString(), System.in)))
                .hasMessageContaining("There is no file");
        assertThat(kafka.writes).isZero();
    }

    @Test
    void shouldReadPackedFilesAndStandardInput() throws IOException {
        // Given
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(JANUARY.getBytes(UTF_8));
        }
        Files.write(folder.resolve("sales.csv.gz"), packed.toByteArray());
        // When
        var file = run(source("sales.csv.gz"));
        var stdin = run(CsvSource.of("-", new ByteArrayInputStream(packed.toByteArray())));
        // Then
        assertThat(file.counts().mappedLines()).isEqualTo(3);
        assertThat(stdin.counts().mappedLines()).isEqualTo(3);
    }

    @Test
    void shouldAccountForEveryLineOfHostileFiles() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("CsvImportTest hostile lines, seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            // Given
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes(JANUARY.getBytes(UTF_8));
            for (int i = 0; i < 300; i++) {
                bytes.writeBytes(hostile(random));
                bytes.writeBytes(random.nextInt(5) == 0 ? "\r\n".getBytes(UTF_8) : new byte[] {'\n'});
            }
            Files.write(folder.resolve("sales.csv"), bytes.toByteArray());
            int letters = kafka.refusals.size();
            // When
            var counts = run(
                            new ImportOptions(new Reading("UTF-8", ";", null), false, true, null, Allowance.ANY, true),
                            source("sales.csv"))
                    .counts();
            // Then
            assertThat(counts.lines()).as("seed %d round %d", seed, round).isGreaterThan(2);
            assertThat(counts.lines()).isEqualTo(counts.mappedLines() + counts.excludedLines() + counts.refusedLines());
            assertThat(kafka.refusals.size() - letters).isEqualTo((int) counts.refusedLines());
        }
    }

    private static byte[] hostile(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> bytes(random, 1 + random.nextInt(200));
            case 1 -> "1;1;2,5;31/01/2026;Ana;\"never closed".getBytes(UTF_8);
            case 2 -> ";".repeat(random.nextInt(50_000)).getBytes(UTF_8);
            case 3 -> ("9;1;1;31/01/2026;" + "x".repeat(random.nextInt(100_000)) + ";").getBytes(UTF_8);
            case 4 -> "1\u0000;\u0000;1;31/01/2026;a;b".getBytes(UTF_8);
            case 5 -> "\"a\"b;\"\"\"\";\"".getBytes(UTF_8);
            case 6 -> "5;2;\"1\";\"31/01/2026\";\"two\nlines\";\"\"".getBytes(UTF_8);
            case 7 -> "8;1;NaN;99/99/2026;a;".getBytes(UTF_8);
            default -> (random.nextInt() + ";1;1,5;31/01/2026;Ana;").getBytes(UTF_8);
        };
    }

    private static byte[] bytes(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private ImportSummary run(CsvSource... sources) throws IOException {
        return run(ImportOptions.PLAIN, sources);
    }

    private ImportSummary run(ImportOptions options, CsvSource... sources) throws IOException {
        var listener = new ImportListener() {
            @Override
            public void say(String sentence) {
                said.add(sentence);
            }

            @Override
            public void progress(Progress progress) {}
        };
        var side = new ImportSide(kafka, kafka.memory(), kafka);
        return new CsvImport(mapping(), options, side, listener, Clock.systemUTC()).run(List.of(sources));
    }

    private static CsvMapping mapping() {
        var rules = List.of(new SalesRule(true), new SalesRule(false));
        var table = new CsvTable(
                SalesRule.TABLE,
                Map.of(
                        "quantity", new Declared(ColumnType.NUMBER, null),
                        "sold_on", new Declared(ColumnType.DATE, null)),
                Set.of("order", "line", "quantity", "sold_on", "customer", "note"),
                Set.of("customer"),
                Set.of(Topics.SALES_ORDERS, Topics.SALES_LINES),
                Map.of(),
                shape -> List.copyOf(rules));
        return new CsvMapping("report", ZoneId.of("America/Sao_Paulo"), "m1", List.of(table));
    }

    private CsvSource file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return source(name);
    }

    private CsvSource source(String name) {
        return CsvSource.of(folder.resolve(name).toString(), System.in);
    }

    private static ImportOptions again() {
        return new ImportOptions(Reading.FOUND_OUT, false, true, null, Allowance.ANY, true);
    }

    private static ImportOptions complete(LocalDate before, Allowance allowance) {
        return new ImportOptions(Reading.FOUND_OUT, false, false, new FinalDay(before, false), allowance, true);
    }

    private static ImportOptions replace(Allowance allowance) {
        return new ImportOptions(Reading.FOUND_OUT, true, false, null, allowance, true);
    }

    private Map<String, Object> values() {
        var values = new TreeMap<String, Object>();
        kafka.standing.forEach((key, record) -> values.put(key, record.value()));
        return values;
    }

    private String quantity(String key) {
        var line = (SalesLine) kafka.at("sales.line.v1 " + key).value();
        return line.getQuantity().toString();
    }

    private static List<Long> counts(ImportSummary summary) {
        var counts = summary.counts();
        return List.of(
                counts.lines(),
                counts.mappedLines(),
                counts.excludedLines(),
                counts.refusedLines(),
                counts.blankLines());
    }
}
