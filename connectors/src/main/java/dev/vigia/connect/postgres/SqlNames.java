package dev.vigia.connect.postgres;

import dev.vigia.connect.row.TableId;

/** Names as SQL reads them, whatever letters they hold. */
public final class SqlNames {

    private SqlNames() {}

    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    public static String quoted(TableId table) {
        return table.schema().isEmpty() ? quoted(table.name()) : quoted(table.schema()) + "." + quoted(table.name());
    }
}
