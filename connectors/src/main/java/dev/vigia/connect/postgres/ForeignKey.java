package dev.vigia.connect.postgres;

import dev.vigia.connect.row.TableId;
import java.util.List;

/**
 * A foreign key of a table.
 *
 * @param columns of the table itself, in order
 * @param to the table referenced
 * @param toColumns what they equal there, in the same order
 */
public record ForeignKey(String name, List<String> columns, TableId to, List<String> toColumns) {}
