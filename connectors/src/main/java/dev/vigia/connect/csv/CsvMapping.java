package dev.vigia.connect.csv;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as far as files are concerned.
 *
 * @param source name of the source system
 * @param zone what local dates mean
 * @param fingerprint tells whether the mapping changed since
 */
public record CsvMapping(String source, ZoneId zone, String fingerprint, List<CsvTable> tables) {

    /** The table that a file is taken as: the one that is named, that its name matches, or the only one. */
    public CsvTable tableOf(String file, @Nullable String as) {
        var name = as == null ? plain(file) : as;
        return tables.stream()
                .filter(table -> matches(table.table().toString(), name))
                .findFirst()
                .orElseGet(() -> only(file, as));
    }

    private CsvTable only(String file, @Nullable String as) {
        if (as == null && tables.size() == 1) {
            return tables.get(0);
        }
        throw new ConfigException((as == null ? file : "--as " + as) + " is no table of the mapping. Say which it is: "
                + tables.stream().map(table -> "--as " + table.table()).collect(Collectors.joining(" or "))
                + ". Nothing was written.");
    }

    /** A packed file, or what was refused of a file, is what the file is. */
    private static String plain(String file) {
        return file.replaceFirst("\\.gz$", "")
                .replaceFirst("\\.rejected\\.csv$", "")
                .replaceFirst("\\.gz$", "");
    }

    private static boolean matches(String pattern, String name) {
        try {
            return pattern.equals(name)
                    || FileSystems.getDefault()
                            .getPathMatcher("glob:" + pattern)
                            .matches(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
