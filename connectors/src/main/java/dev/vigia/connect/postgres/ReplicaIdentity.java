package dev.vigia.connect.postgres;

import java.util.Set;

/**
 * What the log says of a row before it was updated or deleted.
 *
 * @param columns the columns it names; empty where it names none
 */
public record ReplicaIdentity(Kind kind, Set<String> columns) {

    /** How a table was altered. */
    public enum Kind {
        /** The primary key; nothing where there is none. */
        DEFAULT,
        /** Every column. */
        FULL,
        /** The columns of one unique index. */
        INDEX,
        /** Nothing. */
        NOTHING
    }

    /** Whether the log names all of these columns. */
    public boolean names(Set<String> wanted) {
        return columns.containsAll(wanted);
    }
}
