package dev.vigia.connect.mapping;

import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.Unusable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One hop from a row to rows of another table: those whose columns equal what is looked for. */
public interface Lookup {

    /** By which the fields and later lookups of the rule name it. */
    String name();

    TableId table();

    /** The columns of the looked-up table that are compared. */
    List<String> columns();

    /** Of many rows the one that counts is the one in which this column is greatest; null where none is asked for. */
    default @Nullable String newest() {
        return null;
    }

    /**
     * What the columns must equal, given the hops made so far, as {@link #canonical} writes it; null, and nothing is
     * found, where one of them is null or cannot be used. The rule then says why.
     */
    @Nullable
    List<Object> wanted(Row row, Found found);

    /** What the columns of a looked-up row are, to be compared with {@link #wanted}; null where it can never be found. */
    default @Nullable List<Object> offered(Row lookedUp) {
        var offered = new ArrayList<Object>();
        for (var column : columns()) {
            var value = lookedUp.shape().has(column) ? lookedUp.get(column) : null;
            if (value == null || value instanceof Unusable) {
                return null;
            }
            offered.add(canonical(value));
        }
        return offered;
    }

    /** Of the rows found, in any order, those that count: the one, the newest, or all in a fixed order. */
    List<Row> pick(List<Row> rows);

    /** Numbers that are equal are written alike: 42.00 is 42. */
    static Object canonical(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }
}
