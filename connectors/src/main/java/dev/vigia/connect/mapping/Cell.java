package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Computation;
import dev.vigia.connect.expression.RefusedException;
import dev.vigia.connect.expression.Scene;
import org.apache.avro.specific.SpecificRecord;

/**
 * A field of a record, and how it is filled.
 *
 * @param where file, line and field
 */
record Cell(FieldType type, Computation value, String where) {

    /** A field could not be filled; knows where. It is expected, so it has no stack trace. */
    static final class RefusedHere extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Refusal refusal;

        RefusedHere(Refusal refusal) {
            super(refusal.toString(), null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    void fill(SpecificRecord record, Scene scene) {
        try {
            record.put(type.position(), value.of(scene));
        } catch (RefusedException e) {
            throw new RefusedHere(refusal(type.name(), e, where));
        }
    }

    static Refusal refusal(String field, RefusedException e, String where) {
        return new Refusal(e.reason(), field + ": " + e.detail(), where);
    }
}
