package dev.vigia.connect.csv;

import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Salt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files, imported by mappings as they stand in a file, into a Kafka that only remembers. */
final class MappedFiles {

    final Remembered kafka = new Remembered();
    final List<String> said = new ArrayList<>();

    private final Path folder;
    private final Clock clock;
    private int keys = RepeatedKeys.MOST;

    MappedFiles(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** How many keys of a file are remembered from now on. */
    void remember(int most) {
        keys = most;
    }

    /** The records of a mapping of {@code sales.csv}, as YAML. */
    ImportSummary run(String records, ImportOptions options, String... files) throws IOException {
        return run(records, Salt.none(), options, files);
    }

    ImportSummary run(String records, Salt salt, ImportOptions options, String... files) throws IOException {
        var yaml = "source: report\ntimezone: America/Sao_Paulo\nrecords:\n" + records;
        var mapping = CsvMapping.of(Mapping.parse("report.yaml", yaml), salt);
        var side = new ImportSide(kafka, kafka.memory(), kafka);
        var sources = List.of(files).stream()
                .map(file -> CsvSource.of(folder.resolve(file).toString(), InputStream.nullInputStream()))
                .toList();
        return new CsvImport(mapping, options, side, new Heard(), clock, new RepeatedKeys(keys)).run(sources);
    }

    /** Writes a file, whose folder need not be there. */
    void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** What stands under each key. */
    Map<String, Object> standing() {
        var values = new TreeMap<String, Object>();
        kafka.standing.forEach((key, record) -> values.put(key, record.value()));
        return values;
    }

    /** Keeps what is said. */
    private final class Heard implements ImportListener {

        @Override
        public void say(String sentence) {
            said.add(sentence);
        }

        @Override
        public void progress(Progress progress) {}
    }
}
