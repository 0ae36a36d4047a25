package dev.vigia.app.sim.command;

import java.time.Instant;

/**
 * What the commands of the moment mean for the company's work.
 *
 * @param planAnew whether the rest of the day is another one
 * @param hurryUntil the business time up to which nobody waits for the wall clock
 */
public record Told(boolean planAnew, Instant hurryUntil) {

    Told planAnew(boolean also) {
        return new Told(planAnew || also, hurryUntil);
    }

    Told hurryUntil(Instant end) {
        return new Told(planAnew, end.isAfter(hurryUntil) ? end : hurryUntil);
    }
}
