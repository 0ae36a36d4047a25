package dev.vigia.connect.envelope;

import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/** The schemas of Kafka Connect that its Avro converters wrote down as schemas of Avro. */
final class AvroSchemas {

    private static final Map<String, String> NAMES = Map.of(
            "date", "io.debezium.time.Date",
            "time-millis", "io.debezium.time.Time",
            "time-micros", "io.debezium.time.MicroTime",
            "timestamp-millis", "io.debezium.time.Timestamp",
            "timestamp-micros", "io.debezium.time.MicroTimestamp",
            "local-timestamp-millis", "io.debezium.time.Timestamp",
            "local-timestamp-micros", "io.debezium.time.MicroTimestamp");

    private AvroSchemas() {}

    static Schema connect(org.apache.avro.Schema avro) {
        if (avro.getType() == org.apache.avro.Schema.Type.UNION) {
            return union(avro);
        }
        return builder(avro).build();
    }

    /** The other branch of a union with null; anything else is none that a converter writes for a column. */
    static org.apache.avro.@Nullable Schema branch(org.apache.avro.Schema union) {
        var others = union.getTypes().stream()
                .filter(type -> type.getType() != org.apache.avro.Schema.Type.NULL)
                .toList();
        return others.size() == 1 ? others.get(0) : null;
    }

    private static Schema union(org.apache.avro.Schema union) {
        var branch = branch(union);
        return branch == null
                ? Schema.OPTIONAL_BYTES_SCHEMA
                : builder(branch).optional().build();
    }

    private static SchemaBuilder builder(org.apache.avro.Schema avro) {
        if (avro.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            return Decimal.builder(decimal.getScale());
        }
        var builder = bare(avro);
        var name = name(avro);
        return name == null ? builder : builder.name(name);
    }

    private static SchemaBuilder bare(org.apache.avro.Schema avro) {
        return switch (avro.getType()) {
            case RECORD -> struct(avro);
            case STRING, ENUM -> text(avro);
            case INT -> SchemaBuilder.int32();
            case LONG -> SchemaBuilder.int64();
            case FLOAT -> SchemaBuilder.float32();
            case DOUBLE -> SchemaBuilder.float64();
            case BOOLEAN -> SchemaBuilder.bool();
            // Bytes, arrays and maps: nothing that a mapping reads.
            default -> SchemaBuilder.bytes().optional();
        };
    }

    private static SchemaBuilder struct(org.apache.avro.Schema avro) {
        var struct = SchemaBuilder.struct();
        avro.getFields().forEach(field -> struct.field(field.name(), connect(field.schema())));
        return struct;
    }

    private static SchemaBuilder text(org.apache.avro.Schema avro) {
        var text = SchemaBuilder.string();
        if (avro.getObjectProp("connect.parameters") instanceof Map<?, ?> parameters) {
            parameters.forEach((name, value) -> text.parameter(name.toString(), value.toString()));
        }
        return text;
    }

    private static @Nullable String name(org.apache.avro.Schema avro) {
        var told = avro.getProp("connect.name");
        if (told != null) {
            return told;
        }
        if (avro.getType() == org.apache.avro.Schema.Type.RECORD) {
            return avro.getFullName();
        }
        var logical = avro.getProp("logicalType");
        return logical == null ? null : NAMES.get(logical);
    }
}
