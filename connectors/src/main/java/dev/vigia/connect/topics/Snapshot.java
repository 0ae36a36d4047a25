package dev.vigia.connect.topics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.vigia.connect.envelope.EventSource;
import dev.vigia.schema.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the snapshot that began an epoch. All its rows bear the place in the log where it was taken. Partitions
 * are read one ahead of the other, so rows of an older snapshot, and changes before this one, may still come.
 *
 * @param lsn where it was taken; null before its first row, or where the source has none
 * @param newest time of its newest row in milliseconds; 0 before its first
 * @param over whether its last row or a change after it came
 * @param truncated where in the log a table was emptied, at the latest; 0 where none was
 */
record Snapshot(@Nullable Long lsn, long newest, boolean over, long truncated) {

    static final Snapshot NONE = new Snapshot(null, 0, false, 0);

    /** What an event is to an epoch. */
    enum Relation {
        /** It belongs to the epoch. */
        CURRENT,
        /** It lies before the epoch's snapshot. */
        OLDER,
        /** It begins a newer epoch. */
        NEWER
    }

    Relation relation(EventSource source, Phase phase) {
        var place = source.lsn();
        if (place == null) {
            return Relation.CURRENT;
        }
        if (lsn == null) {
            return source.snapshot() && phase == Phase.LIVE ? Relation.NEWER : Relation.CURRENT;
        }
        if (!source.snapshot()) {
            return place < lsn ? Relation.OLDER : Relation.CURRENT;
        }
        if (place.equals(lsn)) {
            return Relation.CURRENT;
        }
        return source.committedAt().toEpochMilli() > newest ? Relation.NEWER : Relation.OLDER;
    }

    /** The same, and one more event of the epoch. */
    Snapshot and(EventSource source, boolean last) {
        if (!source.snapshot()) {
            return over ? this : new Snapshot(lsn, newest, true, truncated);
        }
        long time = Math.max(newest, source.committedAt().toEpochMilli());
        boolean same = lsn != null && time == newest && (over || !last);
        return same ? this : new Snapshot(lsn == null ? source.lsn() : lsn, time, over || last, truncated);
    }

    Snapshot truncatedAt(long place) {
        return new Snapshot(lsn, newest, over, Math.max(truncated, place));
    }

    /** Whether a table was emptied and no snapshot after that tells what it holds. */
    @JsonIgnore
    boolean isSpoilt() {
        return truncated > (lsn == null ? 0 : lsn);
    }
}
