package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Reason;
import dev.vigia.connect.expression.RefusedException;
import dev.vigia.connect.expression.Scene;
import dev.vigia.connect.expression.Term;
import dev.vigia.schemas.Keys;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * The key of a record.
 *
 * @param parts as text
 * @param fields of the record, which the parts fill
 * @param where file, line and field
 */
record KeyValue(List<Term> parts, List<FieldType> fields, String where) {

    /** The parts of a row's key. */
    String[] of(Scene scene) {
        var values = new String[parts.size()];
        int length = 0;
        for (int i = 0; i < values.length; i++) {
            if (!(parts.get(i).value(scene) instanceof String text) || text.isEmpty()) {
                throw new RefusedException(
                        Reason.MISSING_VALUE, "there is no " + fields.get(i).name());
            }
            values[i] = CleanText.of(text);
            length += text.length();
        }
        if (length > CleanText.LONGEST_KEY) {
            throw new RefusedException(
                    Reason.TOO_LONG, "it has " + length + " characters, more than " + CleanText.LONGEST_KEY);
        }
        return values;
    }

    static String joined(String[] parts) {
        return Keys.of(parts);
    }

    void fill(SpecificRecord record, String[] values) {
        for (int i = 0; i < values.length; i++) {
            record.put(fields.get(i).position(), values[i]);
        }
    }
}
