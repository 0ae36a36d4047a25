package dev.vigia.connect.envelope;

import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.row.RowChange;
import dev.vigia.connect.row.TableShape;
import java.time.Instant;

/** What one record of a change topic says. */
public sealed interface Event {

    /**
     * A row changed.
     *
     * @param shape what the table's rows look like, also where less of this one is known
     * @param last whether it is the last row of a snapshot
     */
    record Changed(RowChange change, TableShape shape, EventSource source, boolean last) implements Event {}

    /** A table was emptied, and what it held is not told. */
    record Truncated(EventSource source) implements Event {}

    /**
     * The row that Vigia keeps writing in the source was written.
     *
     * @param at business time of the source
     */
    record Heartbeat(Instant at, EventSource source) implements Event {}

    /**
     * Nothing about a row of a mapped table: a heartbeat of the connector, a transaction, a change of schemas, a tombstone.
     *
     * @param what it is, for people
     */
    record Aside(String what) implements Event {}

    /** It cannot be read. */
    record Unreadable(Refusal refusal) implements Event {}
}
