package dev.vigia.connect.envelope;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import dev.vigia.connect.row.TableId;

/** The table of one row that Vigia keeps writing in a source, so that its log tells how far the source's time is. */
final class HeartbeatTable {

    static final Column AT = new Column("at", ColumnType.INSTANT, "timestamptz");

    private static final String NAME = "vigia_heartbeat";

    private HeartbeatTable() {}

    static boolean is(TableId table) {
        return table.name().equals(NAME);
    }
}
