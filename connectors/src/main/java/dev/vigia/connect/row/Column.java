package dev.vigia.connect.row;

/**
 * A column of a table.
 *
 * @param declared the type as the source declares it, for people: {@code numeric(18,2)}
 */
public record Column(String name, ColumnType type, String declared) {}
