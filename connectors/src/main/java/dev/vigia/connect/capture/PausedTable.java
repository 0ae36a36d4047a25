package dev.vigia.connect.capture;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.TableShape;
import java.util.List;

/**
 * A table whose rows are left aside, as it was when its rows could still be read: a restart binds the mapping to that.
 *
 * @param why in words
 * @param columns those that were read
 */
record PausedTable(String why, List<Column> columns, List<String> primaryKey) {

    static PausedTable of(TableShape shape, String why) {
        return new PausedTable(why, shape.columns(), shape.primaryKey());
    }

    TableShape shape(TableId table) {
        return new TableShape(table, columns, primaryKey);
    }
}
