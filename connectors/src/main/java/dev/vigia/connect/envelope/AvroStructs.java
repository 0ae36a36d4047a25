package dev.vigia.connect.envelope;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Turns records of Avro back into the structures of Kafka Connect that a converter made them from. One thread. */
final class AvroStructs {

    private static final int MOST_SCHEMAS = 1_000;

    private final IdentityHashMap<org.apache.avro.Schema, Schema> schemas = new IdentityHashMap<>();

    /** The structure of a record; anything else is left as it is. */
    @Nullable
    Object connect(@Nullable Object avro) {
        return avro instanceof IndexedRecord record ? struct(schema(record.getSchema()), record) : avro;
    }

    private Schema schema(org.apache.avro.Schema avro) {
        if (schemas.size() > MOST_SCHEMAS) {
            schemas.clear();
        }
        return schemas.computeIfAbsent(avro, AvroSchemas::connect);
    }

    private static Struct struct(Schema schema, IndexedRecord record) {
        var struct = new Struct(schema);
        for (var field : schema.fields()) {
            struct.put(field, value(field.schema(), record.get(field.index())));
        }
        return struct;
    }

    private static @Nullable Object value(Schema schema, @Nullable Object avro) {
        if (avro == null) {
            return null;
        }
        if (Decimal.LOGICAL_NAME.equals(schema.name())) {
            return decimal(schema, avro);
        }
        return switch (schema.type()) {
            case STRUCT -> struct(schema, (IndexedRecord) avro);
            case STRING -> avro.toString();
            case BYTES -> avro instanceof ByteBuffer bytes ? bytes : null;
            default -> avro;
        };
    }

    private static @Nullable Object decimal(Schema schema, Object avro) {
        if (!(avro instanceof ByteBuffer buffer)) {
            return null;
        }
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return new BigDecimal(
                new BigInteger(bytes), Integer.parseInt(schema.parameters().get(Decimal.SCALE_FIELD)));
    }
}
