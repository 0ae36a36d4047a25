package dev.vigia.connect.csv;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * What is to be imported: a file, or what comes through standard input.
 *
 * @param path null where it comes through standard input
 */
public record CsvSource(String name, @Nullable Path path, InputStream stdin) {

    /** A file, or what comes in where {@code -} stands for one. */
    public static CsvSource of(String file, InputStream stdin) {
        if (file.equals("-")) {
            return new CsvSource("stdin", null, stdin);
        }
        var path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new ConfigException("There is no file " + path.toAbsolutePath() + ". Nothing was written.");
        }
        return new CsvSource(String.valueOf(path.getFileName()), path, InputStream.nullInputStream());
    }

    /** Tells files of the same name in other folders apart. */
    String place() {
        return path == null ? name : path.toAbsolutePath().normalize().toString();
    }

    /** Where lines that were refused go. */
    public Path rejects() {
        var file = name + ".rejected.csv";
        return path == null ? Path.of(file) : path.resolveSibling(file);
    }
}
