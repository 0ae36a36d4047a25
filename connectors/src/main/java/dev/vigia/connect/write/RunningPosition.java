package dev.vigia.connect.write;

import dev.vigia.schemas.Position;
import org.jspecify.annotations.Nullable;

/** Positions in the order of delivery: they only grow, also where an older place of the log comes again. One thread. */
public final class RunningPosition {

    private Position last;

    public RunningPosition(Position last) {
        this.last = last;
    }

    /** Moves on to a place of the log. */
    public void moveTo(@Nullable Long lsn) {
        if (lsn != null && lsn > last.offset()) {
            last = new Position(last.epoch(), lsn, 0);
        }
    }

    /** A position that none had before. */
    public Position next() {
        last = new Position(last.epoch(), last.offset(), last.ordinal() + 1);
        return last;
    }

    public Position last() {
        return last;
    }
}
