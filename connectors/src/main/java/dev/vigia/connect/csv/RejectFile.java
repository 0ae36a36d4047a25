package dev.vigia.connect.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.vigia.connect.csv.text.Line;
import dev.vigia.connect.mapping.Refusal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file that were refused, beside it: the same columns, and where and why. It can be mended and imported.
 * Written only when there is something to write; what an earlier import left there is kept under its name with {@code ~}.
 */
final class RejectFile implements AutoCloseable {

    private static final String MARK = "\uFEFF";

    private final Path path;
    private final List<String> header;
    private final char separator;
    private @Nullable CsvWriter writer;

    RejectFile(Path path, CsvFile file) {
        this.path = path;
        this.header = file.header().names();
        this.separator = file.separator();
    }

    /** Refuses a file beside which nothing can be written, as long as nothing of it has been. */
    static void check(CsvSource source) {
        var path = source.rejects().toAbsolutePath();
        var folder = path.getParent();
        if (Files.isDirectory(path) || (folder != null && !Files.isWritable(folder))) {
            throw new ConfigException("lines of " + source.name() + " that are refused could not be written to " + path
                    + ": copy the file into a folder that can be written, and import it there. Nothing was written.");
        }
    }

    /** Adds a line; where its fields cannot be told apart, all of it is the first. */
    void add(Line line, String @Nullable [] fields, Refusal refusal) {
        var cells = new ArrayList<String>(List.of(fields == null ? new String[] {line.text()} : fields));
        while (cells.size() < header.size()) {
            cells.add("");
        }
        cells.addAll(header.size(), List.of(Long.toString(line.number()), refusal.reason(), refusal.detail()));
        opened().writeRecord(cells);
    }

    /** The file, if there is one. */
    @Nullable
    Path written() {
        return writer == null ? null : path;
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private CsvWriter opened() {
        if (writer == null) {
            writer = open();
            var names = new ArrayList<>(header);
            names.addAll(List.of("line", "reason", "detail"));
            writer.writeRecord(names);
        }
        return writer;
    }

    private CsvWriter open() {
        try {
            if (Files.exists(path)) {
                Files.move(path, path.resolveSibling(path.getFileName() + "~"), StandardCopyOption.REPLACE_EXISTING);
            }
            BufferedWriter out = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
            out.write(MARK);
            return CsvWriter.builder().fieldSeparator(separator).build(out);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UncheckedIOException unwritable(IOException cause) {
        return new UncheckedIOException("the refused lines cannot be written to " + path.toAbsolutePath(), cause);
    }
}
