package dev.vigia.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When the weeks of the business begin and end: at midnight of one day of the week, local time, or at the first moment
 * of that day where midnight is skipped. So a week has 167 to 169 hours where clocks change within it.
 */
public record BusinessCalendar(ZoneId zone, DayOfWeek firstDay) {

    private static final int DAYS = 7;

    public BusinessWeek weekOf(Instant instant) {
        return weekOf(instant.atZone(zone).toLocalDate());
    }

    public BusinessWeek weekOf(LocalDate day) {
        return new BusinessWeek(Math.toIntExact(Math.floorDiv(day.toEpochDay() - firstDayOfAll(), DAYS)));
    }

    public LocalDate firstDay(BusinessWeek week) {
        return LocalDate.ofEpochDay(Math.addExact(Math.multiplyExact((long) week.number(), DAYS), firstDayOfAll()));
    }

    public Instant startsAt(BusinessWeek week) {
        return firstDay(week).atStartOfDay(zone).toInstant();
    }

    /** The first moment after it. */
    public Instant endsAt(BusinessWeek week) {
        return startsAt(week.next());
    }

    /** The newest week that ended at least so long before. */
    public BusinessWeek lastEnded(Instant now, Duration grace) {
        return weekOf(now.minus(grace)).plus(-1);
    }

    /** The first day of week 0, counted from 1 January 1970, which was a Thursday. */
    private int firstDayOfAll() {
        return -Math.floorMod(DayOfWeek.THURSDAY.getValue() - firstDay.getValue(), DAYS);
    }
}
