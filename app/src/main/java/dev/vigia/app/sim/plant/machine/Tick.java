package dev.vigia.app.sim.plant.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/** Ten business minutes, the step in which machines live: when they begin, and what the clock on the wall says. */
public record Tick(Instant at, LocalDateTime local) {

    public static final Duration LENGTH = Duration.ofMinutes(10);
    static final double HOURS = LENGTH.toMinutes() / 60.0;
    static final int PER_DAY = 144;
    static final int PER_WEEK = 7 * PER_DAY;

    double hour() {
        return local.getHour() + local.getMinute() / 60.0;
    }
}
