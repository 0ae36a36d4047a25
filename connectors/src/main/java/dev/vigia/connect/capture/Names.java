package dev.vigia.connect.capture;

import dev.vigia.connect.row.TableId;

/** Names as SQL has them. */
final class Names {

    private Names() {}

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(TableId table) {
        return quoted(table.schema()) + "." + quoted(table.name());
    }
}
