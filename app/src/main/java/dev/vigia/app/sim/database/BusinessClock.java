package dev.vigia.app.sim.database;

import java.time.Instant;

/**
 * The clock of the company.
 *
 * @param now everything before it has happened
 * @param speed business seconds per second of the wall clock
 */
public record BusinessClock(Instant now, double speed, boolean paused) {

    /** One business week a minute. */
    public static final double DEFAULT_SPEED = 7 * 24 * 60;

    public static final double FASTEST = 10_000_000;

    public static boolean isUsableSpeed(double factor) {
        return factor > 0 && factor <= FASTEST;
    }

    public BusinessClock at(Instant moment) {
        return new BusinessClock(moment, speed, paused);
    }

    public BusinessClock withSpeed(double factor) {
        return new BusinessClock(now, factor, paused);
    }

    public BusinessClock withPaused(boolean still) {
        return new BusinessClock(now, speed, still);
    }
}
