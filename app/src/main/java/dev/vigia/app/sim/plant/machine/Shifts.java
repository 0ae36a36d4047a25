package dev.vigia.app.sim.plant.machine;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.Set;

/** When a machine is meant to run. */
public enum Shifts {
    /** Day and night, but for two hours of cleaning on Sunday mornings. */
    CONTINUOUS("continuous", 166.0 / 168) {
        @Override
        boolean runAt(LocalDateTime time) {
            return time.getDayOfWeek() != DayOfWeek.SUNDAY || time.getHour() < 6 || time.getHour() >= 8;
        }
    },
    /** From six to ten, Monday to Saturday, but for public holidays. */
    TWO_SHIFTS("two-shifts", 96.0 / 168) {
        @Override
        boolean runAt(LocalDateTime time) {
            return time.getHour() >= 6
                    && time.getHour() < 22
                    && time.getDayOfWeek() != DayOfWeek.SUNDAY
                    && !HOLIDAYS.contains(MonthDay.from(time));
        }
    };

    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(4, 21),
            MonthDay.of(5, 1),
            MonthDay.of(9, 7),
            MonthDay.of(10, 12),
            MonthDay.of(11, 15),
            MonthDay.of(12, 25));

    private final String code;
    private final double duty;

    Shifts(String code, double duty) {
        this.code = code;
        this.duty = duty;
    }

    public String code() {
        return code;
    }

    /** The share of the week it runs. */
    double duty() {
        return duty;
    }

    abstract boolean runAt(LocalDateTime time);
}
