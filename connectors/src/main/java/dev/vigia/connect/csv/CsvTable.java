package dev.vigia.connect.csv;

import dev.vigia.connect.csv.cell.Declared;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import dev.vigia.schemas.Topic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a mapping says of a table that files are taken as.
 *
 * @param table a file's name, or a pattern of names such as {@code sales-*.csv}
 * @param types of the columns that are not text
 * @param columns that the mapping reads
 * @param hashed columns that must not be seen in clear
 * @param topics that its rules write
 * @param keying which lines become records of which topic, and under which keys: texts that change when that does
 * @param rules binds the mapping's rules to the columns of a file
 */
public record CsvTable(
        TableId table,
        Map<String, Declared> types,
        Set<String> columns,
        Set<String> hashed,
        Set<Topic> topics,
        Map<String, String> keying,
        Function<TableShape, List<Rule>> rules) {}
