package dev.vigia.connect.postgres;

import java.util.Set;
import java.util.TreeSet;

/**
 * What the log says of a row before it was updated or deleted.
 *
 * @param columns the columns it names; empty where it names none
 */
public record ReplicaIdentity(Kind kind, Set<String> columns) {

    /** How a table was altered. */
    public enum Kind {
        /** The primary key; nothing where there is none that is checked at once. */
        DEFAULT,
        /** Every column. */
        FULL,
        /** The columns of one unique index. */
        INDEX,
        /** Nothing. */
        NOTHING;

        /** As {@code relreplident} has it. */
        static Kind of(String letter) {
            return switch (letter) {
                case "f" -> FULL;
                case "i" -> INDEX;
                case "n" -> NOTHING;
                default -> DEFAULT;
            };
        }
    }

    /** What both of two partitions name. */
    ReplicaIdentity and(ReplicaIdentity other) {
        var both = new TreeSet<>(columns);
        both.retainAll(other.columns);
        return new ReplicaIdentity(kind == Kind.FULL ? other.kind : kind, Set.copyOf(both));
    }

    /** Whether the log names all of these columns. */
    public boolean names(Set<String> wanted) {
        return columns.containsAll(wanted);
    }
}
