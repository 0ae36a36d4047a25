package dev.vigia.domain;

import java.time.Instant;

/**
 * How far everything is from one upstream partition: all that its source changed before an instant has come from there.
 *
 * @param epoch of the source; a new snapshot begins the next one
 * @param live false while the snapshot of the epoch streams in
 * @param of how many partitions the upstream has
 */
public record Passed(long epoch, boolean live, Instant at, int of) {

    /** Both of one partition: never back in epoch, in phase or in time. */
    public Passed later(Passed next) {
        if (next.epoch < epoch || (next.epoch == epoch && live && !next.live)) {
            return this;
        }
        var later = next.at.isAfter(at) ? next.at : at;
        return new Passed(next.epoch, next.live, later, next.of);
    }
}
