package dev.vigia.connect.mapping;

import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One hop from a row to rows of another table: those whose columns equal what is looked for. */
public interface Lookup {

    /** By which the fields and later lookups of the rule name it. */
    String name();

    TableId table();

    /** The columns of the looked-up table that are compared. */
    List<String> columns();

    /** What the columns must equal, given the hops made so far; null, and nothing is found, where one of them is null. */
    @Nullable
    List<Object> wanted(Row row, Found found);

    /** Of the rows found, in any order, those that count: the one, the newest, or all in a fixed order. */
    List<Row> pick(List<Row> rows);
}
