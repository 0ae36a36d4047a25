package dev.vigia.connect.csv;

import dev.vigia.connect.csv.cell.Declared;
import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as far as files are concerned.
 *
 * @param source name of the source system
 * @param zone what local dates mean
 * @param fingerprint tells whether the mapping, or the salt of what it hashes, changed since
 */
public record CsvMapping(String source, ZoneId zone, String fingerprint, List<CsvTable> tables) {

    /** What a mapping says of files. */
    public static CsvMapping of(Mapping mapping, Salt salt) {
        var shapes = new HashMap<TableId, TableShape>();
        mapping.tables().forEach(table -> shapes.put(table, wanted(mapping, table)));
        var rules = mapping.bind(shapes, salt);
        var tables = rules.stream()
                .map(Rule::from)
                .distinct()
                .map(table -> table(mapping, salt, shapes, table, rules))
                .toList();
        return new CsvMapping(mapping.source(), mapping.zone(), mapping.hash() + " " + salt.fingerprint(), tables);
    }

    /** The shape that the mapping would have a table be; files come one by one, and their rules are bound together. */
    private static TableShape wanted(Mapping mapping, TableId table) {
        var types = mapping.declaredTypes(table);
        var columns = mapping.columns(table).stream()
                .map(name -> Declared.of(types.get(name)).column(name))
                .toList();
        return new TableShape(table, columns, List.of());
    }

    private static CsvTable table(
            Mapping mapping, Salt salt, Map<TableId, TableShape> shapes, TableId table, List<Rule> rules) {
        var types = new HashMap<String, Declared>();
        mapping.declaredTypes(table).forEach((column, type) -> types.put(column, Declared.of(type)));
        var topics = rules.stream()
                .filter(rule -> rule.from().equals(table))
                .map(Rule::topic)
                .collect(Collectors.toSet());
        return new CsvTable(
                table,
                types,
                mapping.columns(table),
                mapping.hashedColumns(table),
                topics,
                mapping.keying(table, salt),
                shape -> bind(mapping, salt, shapes, shape));
    }

    private static List<Rule> bind(Mapping mapping, Salt salt, Map<TableId, TableShape> others, TableShape shape) {
        var shapes = new HashMap<>(others);
        shapes.put(shape.table(), shape);
        return mapping.bind(shapes, salt).stream()
                .filter(rule -> rule.from().equals(shape.table()))
                .toList();
    }

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
