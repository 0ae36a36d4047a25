package dev.vigia.app.sim.live;

import dev.vigia.app.sim.database.BusinessClock;
import java.time.Duration;
import java.time.Instant;

/**
 * How business time follows the wall clock: evenly, from the moment at which both were last read together.
 *
 * <p>A program that was stopped, paused or stepped does not catch up on that time; one that is slow does.
 *
 * @param wall the wall clock's time at the anchor
 * @param clock the company's clock at the anchor
 */
record Pace(Instant wall, BusinessClock clock) {

    private static final Duration NEVER = Duration.ofDays(1);

    /** The business time that the company should have reached. */
    Instant due(Instant wallNow) {
        var lived = clock.paused() ? 0 : Duration.between(wall, wallNow).toMillis() * clock.speed();
        return clock.now().plusMillis((long) lived);
    }

    /** The business time that the company owes the wall clock. */
    Duration lag(Instant wallNow, Instant reached) {
        return atLeastNothing(Duration.between(reached, due(wallNow)));
    }

    /** How long the wall clock needs until a business time is due. */
    Duration until(Instant businessTime, Instant wallNow) {
        var missing = atLeastNothing(Duration.between(due(wallNow), businessTime));
        return clock.paused() ? NEVER : Duration.ofMillis((long) Math.ceil(missing.toMillis() / clock.speed()));
    }

    /** Whether a clock goes on as this pace expects it to. */
    boolean holdsFor(BusinessClock other) {
        return clock.speed() == other.speed() && clock.paused() == other.paused();
    }

    private static Duration atLeastNothing(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
