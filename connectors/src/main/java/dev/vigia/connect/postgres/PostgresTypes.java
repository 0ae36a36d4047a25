package dev.vigia.connect.postgres;

import dev.vigia.connect.row.ColumnType;

/** What PostgreSQL's types are to a mapping. */
public final class PostgresTypes {

    private PostgresTypes() {}

    /**
     * Of a base type, which is what lies under a domain.
     *
     * @param name as {@code pg_type} has it, such as {@code int4}
     * @param kind its {@code typtype}: {@code e} is an enumeration
     */
    public static ColumnType of(String name, String kind) {
        if (kind.equals("e")) {
            return ColumnType.TEXT;
        }
        return switch (name) {
            case "bool" -> ColumnType.BOOLEAN;
            case "int2", "int4", "int8", "float4", "float8", "numeric" -> ColumnType.NUMBER;
            case "text", "varchar", "bpchar", "char", "citext", "uuid", "json", "jsonb", "xml" -> ColumnType.TEXT;
            // Not "name": the engine would pass on every value as null.
            case "date" -> ColumnType.DATE;
            case "time" -> ColumnType.TIME;
            case "timestamp" -> ColumnType.LOCAL_TIMESTAMP;
            case "timestamptz" -> ColumnType.INSTANT;
            default -> ColumnType.OTHER;
        };
    }
}
