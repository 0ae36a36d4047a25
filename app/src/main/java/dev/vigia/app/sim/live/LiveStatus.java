package dev.vigia.app.sim.live;

import dev.vigia.app.sim.database.BusinessClock;
import java.time.Duration;

/**
 * How the company stands.
 *
 * @param lag business time that it owes the wall clock; more than a step when the machine is too slow for the speed
 * @param rows changed since the program started
 * @param readings received by the broker since the program started
 */
public record LiveStatus(BusinessClock clock, Duration lag, long rows, long readings) {

    LiveStatus after(BusinessClock later, int moreRows, int moreReadings) {
        return new LiveStatus(later, lag, rows + moreRows, readings + moreReadings);
    }

    LiveStatus withClock(BusinessClock set) {
        return new LiveStatus(set, lag, rows, readings);
    }

    LiveStatus withLag(Duration owed) {
        return new LiveStatus(clock, owed, rows, readings);
    }
}
