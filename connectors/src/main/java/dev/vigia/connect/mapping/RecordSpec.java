package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Expression;
import dev.vigia.connect.row.TableId;
import dev.vigia.schemas.Topic;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of records as a mapping file says it.
 *
 * @param name unique within the mapping
 * @param where null where every row is mapped
 * @param keying a hash of what it says of keys and of which rows are mapped
 * @param hidden columns of the table that must not be shown, though nothing hashes them
 */
record RecordSpec(
        String name,
        Topic topic,
        Form form,
        TableId from,
        String keying,
        List<Expression> key,
        int keyLine,
        @Nullable Expression where,
        int whereLine,
        List<LookupSpec> lookups,
        List<FieldSpec> fields,
        Set<String> hidden,
        int line) {

    /** The lookup of a name; null where there is none. */
    @Nullable
    LookupSpec lookup(String wanted) {
        return lookups.stream()
                .filter(lookup -> lookup.name().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /** All that is computed from its table and from single rows that are looked up. */
    Stream<Expression> expressions() {
        return Stream.of(
                        key.stream(),
                        Stream.ofNullable(where),
                        lookups.stream().flatMap(lookup -> lookup.on().values().stream()),
                        fields.stream().map(FieldSpec::expression))
                .flatMap(all -> all);
    }
}
