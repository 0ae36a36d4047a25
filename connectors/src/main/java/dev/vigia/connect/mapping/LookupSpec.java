package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Expression;
import dev.vigia.connect.row.TableId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lookup as a mapping file says it.
 *
 * @param on the columns compared, and what they must equal
 * @param newest the column that is greatest in the row that counts; null where any row counts
 * @param all what is made of every row found; null where one row counts
 */
record LookupSpec(
        String name,
        TableId from,
        Map<String, Expression> on,
        @Nullable String newest,
        @Nullable ListSpec all,
        int line) {

    /**
     * A list of records that a lookup fills.
     *
     * @param field which takes the list
     */
    record ListSpec(FieldType field, Form form, List<FieldSpec> fields) {}

    /** By which problems name it. */
    String label() {
        return "lookup " + name;
    }
}
