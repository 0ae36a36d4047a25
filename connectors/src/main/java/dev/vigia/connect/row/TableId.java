package dev.vigia.connect.row;

/**
 * The name of a table, such as {@code erp.sales_order}; of what has no schema, such as a file, the name alone.
 *
 * @param schema empty where there is none
 */
public record TableId(String schema, String name) implements Comparable<TableId> {

    /** Reads {@code schema.name} or {@code name}. */
    public static TableId parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? new TableId("", text) : new TableId(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public int compareTo(TableId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
