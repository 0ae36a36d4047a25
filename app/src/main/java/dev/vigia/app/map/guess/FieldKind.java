package dev.vigia.app.map.guess;

import dev.vigia.connect.row.ColumnType;
import dev.vigia.schemas.Topics;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** What a field of a contract takes. */
enum FieldKind {
    TEXT,
    NUMBER,
    MOMENT,
    SYMBOL,
    FLAG;

    boolean takes(ColumnType type) {
        return switch (this) {
            case TEXT -> type == ColumnType.TEXT || type == ColumnType.NUMBER;
            case NUMBER -> type == ColumnType.NUMBER;
            case SYMBOL -> type == ColumnType.TEXT;
            case FLAG -> type == ColumnType.BOOLEAN;
            case MOMENT ->
                switch (type) {
                    case DATE, LOCAL_TIMESTAMP, INSTANT, TEXT -> true;
                    default -> false;
                };
        };
    }

    static FieldKind of(Schema field) {
        if (field.getLogicalType() != null) {
            return field.getLogicalType().getName().equals("decimal") ? NUMBER : MOMENT;
        }
        return switch (field.getType()) {
            case INT, LONG, FLOAT, DOUBLE -> NUMBER;
            case ENUM -> SYMBOL;
            case BOOLEAN -> FLAG;
            default -> TEXT;
        };
    }

    /** The schema of a field of a topic's data, without its null. */
    static Schema schema(String topic, String field) {
        var type = Topics.all().stream()
                .filter(known -> known.name().equals(topic))
                .findFirst()
                .orElseThrow()
                .content()
                .types()
                .get(0);
        var schema = SpecificData.get().getSchema(type).getField(field).schema();
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }
}
