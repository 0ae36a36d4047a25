package dev.vigia.connect.envelope;

import dev.vigia.connect.row.TableId;

/** Something that came as a change event is none: caught where events are read, where it becomes a refusal. */
final class UnreadableEventException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableEventException(String message) {
        this("unreadable", message);
    }

    private UnreadableEventException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    static UnreadableEventException unknownTable(TableId table) {
        return new UnreadableEventException("unknown-table", "the mapping does not name table " + table);
    }

    String reason() {
        return reason;
    }
}
