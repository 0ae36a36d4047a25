package dev.vigia.connect.join;

import dev.vigia.connect.mapping.Lookup;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.Unusable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a table that some lookup compares. Values of them make an address: the number of the index and the values.
 *
 * @param newest the column by which rows of one address stand in order, the greatest first; null where any order will do
 */
record Index(
        int number,
        TableId table,
        List<String> columns,
        @Nullable String newest) {

    /** Whether it is the one for a lookup. */
    boolean serves(Lookup lookup) {
        return table.equals(lookup.table())
                && columns.equals(lookup.columns())
                && Objects.equals(newest, lookup.newest());
    }

    /** Where a row stands among those of its address: rows that are newer come before it, those as new have the same. */
    byte[] place(Row row) {
        return newest == null ? new byte[0] : NewestFirst.of(row.shape().has(newest) ? row.get(newest) : null);
    }

    /** Where a row stands; null, and no lookup finds it, where one of its columns is null or unusable. */
    @Nullable
    Bytes address(@Nullable Row row) {
        if (row == null) {
            return null;
        }
        var values = new ArrayList<@Nullable Object>(columns.size());
        columns.forEach(column -> values.add(row.get(column)));
        return address(values);
    }

    /** Where rows with these values stand; null where one of them is null or unusable. */
    @Nullable
    Bytes address(@Nullable List<? extends @Nullable Object> values) {
        if (values == null || values.stream().anyMatch(value -> value == null || value instanceof Unusable)) {
            return null;
        }
        var out = new ByteWriter().number(number);
        ValueCodec.writeComparable(values, out);
        return Bytes.of(out.bytes());
    }
}
