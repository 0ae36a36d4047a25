package dev.vigia.connect.topics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the source's own time is: by its heartbeat where there is one, else by the commit times of what was read, told
 * now and then. One thread.
 */
final class SourceTime {

    private final Clock clock;
    private final Duration every;
    private boolean hasHeartbeat;
    private boolean isDue;
    private @Nullable Instant newest;
    private Instant nextTime;

    SourceTime(Clock clock, Duration every) {
        this.clock = clock;
        this.every = every;
        this.nextTime = clock.instant().plus(every);
    }

    void heartbeat(Instant at) {
        hasHeartbeat = true;
        isDue = true;
        newest = at;
    }

    void committed(Instant at) {
        if (!hasHeartbeat && (newest == null || at.isAfter(newest))) {
            newest = at;
        }
    }

    /** Whether it is to be told now. */
    boolean isTold() {
        return hasHeartbeat ? isDue : !clock.instant().isBefore(nextTime);
    }

    /** The time to tell; null where nothing was read yet. */
    @Nullable
    Instant take() {
        isDue = false;
        nextTime = clock.instant().plus(every);
        return newest;
    }
}
