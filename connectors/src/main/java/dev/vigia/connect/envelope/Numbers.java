package dev.vigia.connect.envelope;

import dev.vigia.connect.row.Unusable;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.kafka.connect.data.Struct;

/** Numbers as Debezium writes them: whole, of any scale, binary, or as text where they may be NaN or infinite. */
final class Numbers {

    private Numbers() {}

    /** The scale comes with each value. */
    static Object variableScale(Object value) {
        var struct = (Struct) value;
        return new BigDecimal(new BigInteger(struct.getBytes("value")), struct.getInt32("scale"));
    }

    /** The shortest decimal that names this binary number, as PostgreSQL prints it. */
    static Object binary(Object value) {
        return text(value.toString());
    }

    static Object text(Object value) {
        var text = (String) value;
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return special(text);
        }
    }

    static Object unreadable(Object value) {
        return new Unusable(
                "",
                "wrong-type",
                "the column's type, " + value.getClass().getSimpleName() + ", is none that mappings read");
    }

    private static Unusable special(String text) {
        return switch (text) {
            case "NaN", "NAN" -> new Unusable(text, "not-a-number", "the number is NaN");
            case "Infinity", "-Infinity", "POSITIVE_INFINITY", "NEGATIVE_INFINITY" ->
                new Unusable(text, "infinite", "the number is infinite");
            default -> new Unusable(text, "wrong-type", "\"" + text + "\" is not a number");
        };
    }
}
