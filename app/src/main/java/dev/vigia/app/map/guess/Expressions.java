package dev.vigia.app.map.guess;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.TableId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes columns as the expressions that mappings know, by what the field takes. */
final class Expressions {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Pattern SAP_DATE = Pattern.compile("\\d{8}");
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
    private static final Set<String> RESERVED =
            Set.of("and", "or", "not", "in", "is", "null", "true", "false", "case", "when", "then", "else", "end");

    private final ValueSamples samples;
    private final boolean utc;

    /** @param utc whether moments without a zone are in UTC */
    Expressions(ValueSamples samples, boolean utc) {
        this.samples = samples;
        this.utc = utc;
    }

    /** A column's name, in quotes where it needs them. */
    static String name(String column) {
        return PLAIN.matcher(column).matches() && !RESERVED.contains(column) ? column : '"' + column + '"';
    }

    /** The moment that a column tells; empty where nobody can say how to read it. */
    Optional<String> moment(TableId table, Column column, String name) {
        if (column.type() != ColumnType.TEXT) {
            boolean instant =
                    column.type() == ColumnType.INSTANT || (utc && column.type() == ColumnType.LOCAL_TIMESTAMP);
            return Optional.of((instant ? "instant(" : "local(") + name + ")");
        }
        var values = samples.of(table, column.name()).keySet();
        if (all(values, SAP_DATE)) {
            return Optional.of("local(" + name + ", 'yyyyMMdd')");
        }
        return all(values, ISO_DATE) ? Optional.of("local(" + name + ")") : Optional.empty();
    }

    /** The map of the values found in a column, as far as they are known. */
    String valueMap(String enumeration, TableId table, Column column, String name) {
        var known = samples.of(table, column.name()).keySet().stream()
                .flatMap(
                        value -> Vocabulary.shipped()
                                .symbol(enumeration, value)
                                .map(symbol -> YamlText.flowKey(value) + ": " + symbol)
                                .stream())
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "" : "{ value: " + YamlText.flow(name) + ", map: { " + known + " } }";
    }

    /** The values of a column that nobody knows the meaning of. */
    String unknownValues(String enumeration, TableId table, Column column) {
        return samples.of(table, column.name()).entrySet().stream()
                .filter(value ->
                        Vocabulary.shipped().symbol(enumeration, value.getKey()).isEmpty())
                .map(value -> "'" + value.getKey() + "' (" + value.getValue() + " rows)")
                .collect(Collectors.joining(", "));
    }

    private static boolean all(Collection<String> values, Pattern pattern) {
        return !values.isEmpty()
                && values.stream().allMatch(value -> pattern.matcher(value).matches());
    }

    /** A looked-up column and the column it equals. */
    static String equal(List<String> there, List<String> here) {
        return YamlText.flowKey(there.get(0)) + ": " + YamlText.flow(name(here.get(0)));
    }
}
