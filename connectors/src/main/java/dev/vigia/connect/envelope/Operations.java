package dev.vigia.connect.envelope;

import dev.vigia.connect.row.RowChange.Operation;

/** Debezium's words for what happened. */
final class Operations {

    private Operations() {}

    static Operation of(String code) {
        return switch (code) {
            case "r" -> Operation.READ;
            case "c" -> Operation.INSERT;
            case "u" -> Operation.UPDATE;
            case "d" -> Operation.DELETE;
            default -> throw new UnreadableEventException("the event's operation is \"" + code + "\"");
        };
    }

    /** Of a row without its envelope; where nothing is said, it may have been there before. */
    static Operation flat(String code, String deleted) {
        if (deleted.equals("true")) {
            return Operation.DELETE;
        }
        return code.isEmpty() ? Operation.UPDATE : of(code);
    }

    /** Whether a row was there when a snapshot of everything was taken. */
    static boolean isSnapshot(String told) {
        return !told.isEmpty() && !told.equals("false") && !told.equals("incremental");
    }

    static boolean isLast(String told) {
        return told.equals("last");
    }
}
