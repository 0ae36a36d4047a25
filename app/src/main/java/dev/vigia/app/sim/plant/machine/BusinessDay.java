package dev.vigia.app.sim.plant.machine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** A day of the business time zone and its ticks: more or fewer of them when the clocks change. */
public record BusinessDay(LocalDate date, List<Tick> ticks) {

    public static BusinessDay of(LocalDate date, ZoneId zone) {
        var end = date.plusDays(1).atStartOfDay(zone).toInstant();
        var begins = Stream.iterate(start(date, zone), at -> at.isBefore(end), at -> at.plus(Tick.LENGTH));
        return new BusinessDay(
                date,
                begins.map(at -> new Tick(at, LocalDateTime.ofInstant(at, zone)))
                        .toList());
    }

    public Tick lastTick() {
        return ticks.get(ticks.size() - 1);
    }

    static Instant start(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }
}
