package dev.vigia.app.sim.trade.demand;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/** The holidays of Brazil: those that move with Easter or with the weekday, and those that stand still. */
public final class Holidays {

    private static final Set<MonthDay> FIXED_DAYS_OFF = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(4, 21),
            MonthDay.of(5, 1),
            MonthDay.of(9, 7),
            MonthDay.of(10, 12),
            MonthDay.of(11, 2),
            MonthDay.of(11, 15),
            MonthDay.of(11, 20),
            MonthDay.of(12, 25));

    private Holidays() {}

    /** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
    public static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int correction = century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15;
        int epact = (19 * golden + correction) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
        int moons = (golden + 11 * epact + 22 * weekday) / 451;
        int day = epact + weekday - 7 * moons + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }

    /** Shrove Tuesday. */
    public static LocalDate carnival(int year) {
        return easter(year).minusDays(47);
    }

    public static LocalDate mothersDay(int year) {
        return secondSunday(year, Month.MAY);
    }

    public static LocalDate fathersDay(int year) {
        return secondSunday(year, Month.AUGUST);
    }

    /** The day after the fourth Thursday of November. */
    public static LocalDate blackFriday(int year) {
        return LocalDate.of(year, Month.NOVEMBER, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))
                .plusDays(1);
    }

    public static boolean isDayOff(LocalDate day) {
        return FIXED_DAYS_OFF.contains(MonthDay.from(day)) || movesWithEaster(day);
    }

    private static boolean movesWithEaster(LocalDate day) {
        long sinceEaster = day.toEpochDay() - easter(day.getYear()).toEpochDay();
        boolean carnival = sinceEaster == -48 || sinceEaster == -47;
        boolean goodFriday = sinceEaster == -2;
        boolean corpusChristi = sinceEaster == 60;
        return carnival || goodFriday || corpusChristi;
    }

    private static LocalDate secondSunday(int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.SUNDAY));
    }
}
