package dev.vigia.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * Whether a schema still reads what an earlier one wrote, and reads it rightly: Avro itself lets a decimal's scale or an
 * instant's unit change, which would turn every value into another.
 */
final class Compatibility {

    private final List<String> breaks = new ArrayList<>();

    private Compatibility() {}

    /** What breaks, each with its place; nothing where the current schema reads the released one. */
    static List<String> breaks(Schema current, Schema released) {
        var comparison = new Compatibility();
        comparison.compareStructure(current, released);
        comparison.compareMeaning(released.getName(), current, released);
        return comparison.breaks;
    }

    private void compareStructure(Schema current, Schema released) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(current, released);
        if (result.getType() != SchemaCompatibilityType.COMPATIBLE) {
            result.getResult()
                    .getIncompatibilities()
                    .forEach(it -> breaks.add(it.getType() + " at " + it.getLocation() + ": " + it.getMessage()));
        }
    }

    private void compareMeaning(String place, Schema current, Schema released) {
        if (!Objects.equals(meaning(current), meaning(released))) {
            breaks.add("MEANING at " + place + ": was " + released + ", is " + current);
        }
        switch (released.getType()) {
            case RECORD -> released.getFields().forEach(field -> compareField(place, current, field));
            case ARRAY -> compareMeaning(place + "[]", element(current), element(released));
            default -> {}
        }
    }

    private void compareField(String place, Schema current, Schema.Field released) {
        var field = current.getType() == Schema.Type.RECORD ? current.getField(released.name()) : null;
        if (field != null) {
            compareMeaning(place + "." + released.name(), present(field.schema()), present(released.schema()));
        }
    }

    private static Schema element(Schema schema) {
        return schema.getType() == Schema.Type.ARRAY ? present(schema.getElementType()) : schema;
    }

    /** What a field holds when it is not null. */
    private static Schema present(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }

    private static String meaning(Schema schema) {
        var type = schema.getLogicalType();
        if (type instanceof LogicalTypes.Decimal decimal) {
            return "decimal with scale " + decimal.getScale();
        }
        return type == null ? "" : type.getName();
    }
}
