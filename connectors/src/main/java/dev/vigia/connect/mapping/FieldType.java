package dev.vigia.connect.mapping;

import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * A field of a canonical record, and what it takes.
 *
 * @param schema of its values, without null
 * @param fallback what it has where nothing is said; null where that is null or where something must be said
 */
record FieldType(
        String name,
        int position,
        Sort sort,
        Schema schema,
        boolean nullable,
        boolean required,
        @Nullable Object fallback) {

    /** The only field for which a mapping must not give what the source has. */
    static final String CUSTOMER = "customer";

    /** What a field takes. */
    enum Sort {
        TEXT("text"),
        BOOLEAN("a truth value"),
        INT("a whole number"),
        LONG("a whole number"),
        DOUBLE("a number"),
        DECIMAL("a number"),
        ENUM("one of its symbols"),
        DATE("a date"),
        MOMENT("a moment"),
        LIST("a list of records"),
        OTHER("what mappings cannot give");

        private final String words;

        Sort(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static FieldType of(Schema.Field field, SpecificData model) {
        var schema = field.schema();
        boolean nullable = schema.isNullable();
        var inner = schema.isUnion() ? innerOf(schema) : schema;
        var fallback = field.hasDefaultValue() ? model.getDefaultValue(field) : null;
        return new FieldType(
                field.name(), field.pos(), sort(inner), inner, nullable, !field.hasDefaultValue(), fallback);
    }

    private static Schema innerOf(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static Sort sort(Schema schema) {
        var logical = schema.getLogicalType();
        if (logical != null) {
            return logical instanceof LogicalTypes.Decimal
                    ? Sort.DECIMAL
                    : logical instanceof LogicalTypes.Date
                            ? Sort.DATE
                            : logical instanceof LogicalTypes.TimestampMillis ? Sort.MOMENT : Sort.OTHER;
        }
        return switch (schema.getType()) {
            case STRING -> Sort.TEXT;
            case BOOLEAN -> Sort.BOOLEAN;
            case INT -> Sort.INT;
            case LONG -> Sort.LONG;
            case DOUBLE -> Sort.DOUBLE;
            case ENUM -> Sort.ENUM;
            case ARRAY -> schema.getElementType().getType() == Schema.Type.RECORD ? Sort.LIST : Sort.OTHER;
            default -> Sort.OTHER;
        };
    }

    /** Digits in all, of a decimal. */
    int precision() {
        return ((LogicalTypes.Decimal) schema.getLogicalType()).getPrecision();
    }

    /** Digits after the point, of a decimal. */
    int scale() {
        return ((LogicalTypes.Decimal) schema.getLogicalType()).getScale();
    }

    /** Of an enumeration, those that a mapping may give. */
    List<String> symbols() {
        return schema.getEnumSymbols();
    }

    boolean isCustomer() {
        return name.equals(CUSTOMER);
    }
}
