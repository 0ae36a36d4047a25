package dev.vigia.app.sim.trade.book;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** A day in the company's own time zone, and the moments at which its routine work is done. */
public record BusinessDay(LocalDate date, ZoneId zone) {

    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final LocalTime EVENING = LocalTime.of(23, 50);
    private static final LocalTime CLOSE = LocalTime.of(23, 55);

    public Instant at(LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    public Instant start() {
        return date.atStartOfDay(zone).toInstant();
    }

    /** When master data is kept, before the first order. */
    public Instant morning() {
        return at(MORNING);
    }

    /** When stock levels are settled, after the last order. */
    public Instant evening() {
        return at(EVENING);
    }

    /** When the day's, and on its last day the week's, books are closed. */
    public Instant close() {
        return at(CLOSE);
    }

    public boolean isOverBefore(Instant moment) {
        return !moment.isBefore(date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    public LocalDate week() {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    public boolean startsWeek() {
        return date.getDayOfWeek() == DayOfWeek.MONDAY;
    }

    public boolean endsWeek() {
        return date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
