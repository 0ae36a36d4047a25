package dev.vigia.connect.topics;

import dev.vigia.schemas.Position;
import org.jspecify.annotations.Nullable;

/** Positions in the order of delivery: they only grow, also where an older place of the log comes again. One thread. */
final class RunningPosition {

    private Position last;

    RunningPosition(Position last) {
        this.last = last;
    }

    /** Moves on to a place of the log. */
    void moveTo(@Nullable Long lsn) {
        if (lsn != null && lsn > last.offset()) {
            last = new Position(last.epoch(), lsn, 0);
        }
    }

    /** A position that none had before. */
    Position next() {
        last = new Position(last.epoch(), last.offset(), last.ordinal() + 1);
        return last;
    }

    Position last() {
        return last;
    }
}
