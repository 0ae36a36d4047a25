package dev.vigia.schemas.registry;

import java.util.HashMap;
import java.util.Map;

/** A generic record of an Avro in another class loader. */
record ForeignRecord(Object record) {

    /** A field's value; text and symbols of enumerations as strings. */
    Object get(String field) {
        try {
            var value = record.getClass().getMethod("get", String.class).invoke(record, field);
            boolean isAvro = value != null && value.getClass().getName().startsWith("org.apache.avro");
            return isAvro ? value.toString() : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Full name of its schema. */
    String type() {
        try {
            var schema = record.getClass().getMethod("getSchema").invoke(record);
            var type = record.getClass().getClassLoader().loadClass("org.apache.avro.Schema");
            return (String) type.getMethod("getFullName").invoke(schema);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes such a record, with the defaults of its schema where no value is put. */
    static final class Builder {

        private final ClassLoader loader;
        private final Object schema;
        private final Map<String, Object> values = new HashMap<>();

        Builder(ClassLoader loader, String schema) throws ReflectiveOperationException {
            this.loader = loader;
            var parser = loader.loadClass("org.apache.avro.Schema$Parser");
            this.schema = parser.getMethod("parse", String.class)
                    .invoke(parser.getConstructor().newInstance(), schema);
        }

        void put(String field, Object value) {
            values.put(field, value);
        }

        Object build() throws ReflectiveOperationException {
            var schemaType = loader.loadClass("org.apache.avro.Schema");
            var type = loader.loadClass("org.apache.avro.generic.GenericRecordBuilder");
            var builder = type.getConstructor(schemaType).newInstance(schema);
            for (var value : values.entrySet()) {
                type.getMethod("set", String.class, Object.class)
                        .invoke(builder, value.getKey(), ofAvro(schemaType, value.getKey(), value.getValue()));
            }
            return type.getMethod("build").invoke(builder);
        }

        private Object ofAvro(Class<?> schemaType, String field, Object value) throws ReflectiveOperationException {
            var fieldOf = schemaType.getMethod("getField", String.class).invoke(schema, field);
            var fieldSchema = fieldOf.getClass().getMethod("schema").invoke(fieldOf);
            boolean isEnum = schemaType
                    .getMethod("getType")
                    .invoke(fieldSchema)
                    .toString()
                    .equals("ENUM");
            var symbol = loader.loadClass("org.apache.avro.generic.GenericData$EnumSymbol");
            return isEnum ? symbol.getConstructor(schemaType, Object.class).newInstance(fieldSchema, value) : value;
        }
    }
}
