package dev.vigia.app.selftest;

import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.MappingFiles;
import dev.vigia.schema.SalesLine;
import dev.vigia.schemas.Topics;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Imports a file, the same file again, and a corrected one; compares what holds after each. */
final class ImportTwice implements Stage {

    private static final int LINES = 2_000;
    private static final String NAME = "sales-2026-01.csv";
    private static final String HEADER = "pedido;item;data;uf;situacao;produto;quantidade;valor";

    @Override
    public String name() {
        return "a file comes twice";
    }

    @Override
    public String prove(Trial trial) throws Exception {
        var mapping = MappingFiles.read("sales-csv");
        var folder = Files.createTempDirectory("vigia-import");
        var file = write(folder, 0);
        TrialImport.run(trial, mapping, file, false);
        var first = quantities(trial, mapping);
        TrialImport.run(trial, mapping, file, true);
        expect(first.equals(quantities(trial, mapping)), "the same file, imported again, changed something");
        TrialImport.run(trial, mapping, write(folder, 5), false);
        var corrected = quantities(trial, mapping);
        expect(first.size() == LINES, first.size() + " lines hold after " + LINES + " were imported");
        expect(sum(corrected).subtract(sum(first)).compareTo(BigDecimal.valueOf(5)) == 0, "a correction did not come");
        return LINES + " lines imported twice hold once, " + sum(first).toPlainString()
                + " units; a corrected line held " + sum(corrected).toPlainString();
    }

    /** @param more units on the first line */
    private static Path write(Path folder, int more) throws IOException {
        var lines = IntStream.range(0, LINES)
                .mapToObj(i -> 9_000_000 + i / 4 + ";" + i % 4 + ";15/01/2026;SP;faturado;P-" + i % 7 + ";"
                        + (i % 9 + 1 + (i == 0 ? more : 0)) + ",500;1.234,56")
                .toList();
        var text = HEADER + "\n" + String.join("\n", lines) + "\n";
        return Files.writeString(folder.resolve(NAME), text);
    }

    private static Map<String, BigDecimal> quantities(Trial trial, Mapping mapping) {
        return trial.contents().newest(Topics.SALES_LINES).entrySet().stream()
                .filter(entry -> entry.getValue() instanceof SalesLine line
                        && line.getSource().equals(mapping.source()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> ((SalesLine) entry.getValue()).getQuantity()));
    }

    private static BigDecimal sum(Map<String, BigDecimal> quantities) {
        return List.copyOf(quantities.values()).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new NotProved(otherwise);
        }
    }
}
