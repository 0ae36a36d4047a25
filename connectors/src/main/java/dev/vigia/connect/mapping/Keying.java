package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.DeclaredType;
import dev.vigia.connect.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rows of a table become records, and under which keys: texts that change when that does.
 *
 * @param types of the table's columns
 */
record Keying(Map<String, DeclaredType> types, Salt salt) {

    /** A text for each topic that entries write, whatever their order. */
    Map<String, String> ofTopics(List<RecordSpec> records) {
        return records.stream()
                .map(record -> Map.entry(record.topic().name(), of(record)))
                .sorted(Map.Entry.comparingByValue())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.joining(" "))));
    }

    /** What an entry of records says of it, the same for all its values. */
    static String said(Sheet entry) {
        var said = Stream.of("key", "where")
                .map(entry::find)
                .filter(Objects::nonNull)
                .toList();
        return Fingerprint.of(new Entry.Block(said, entry.line()));
    }

    /** The same number read as text is another key, and so is the same customer hashed with another salt. */
    private String of(RecordSpec record) {
        var read = new TreeMap<String, String>();
        expressions(record).forEach(expression -> {
            Known.columns(expression, column -> read.put(column.name(), String.valueOf(types.get(column.name()))));
            Known.hashed(expression, column -> read.merge(column.name(), " " + salt.fingerprint(), String::concat));
        });
        return record.keying() + read;
    }

    private static Stream<Expression> expressions(RecordSpec record) {
        return Stream.concat(record.key().stream(), Stream.ofNullable(record.where()));
    }
}
