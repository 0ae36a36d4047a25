package dev.vigia.app.sim.trade.demand;

import static dev.vigia.app.sim.trade.product.Category.*;

import dev.vigia.app.sim.trade.product.Category;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** A time of year that draws buyers in or keeps them away, rising over the days before it and falling after it. */
@SuppressWarnings("ImmutableEnumChecker") // what it holds is immutable, though not marked so
enum Occasion {
    CARNIVAL(Holidays::carnival, 4, 4, everything(-0.35)),
    EASTER(Holidays::easter, 8, 2, everything(-0.12)),
    MOTHERS_DAY(Holidays::mothersDay, 12, 1, Map.of(COOLING, 0.20, HEATING, 0.40)),
    FATHERS_DAY(Holidays::fathersDay, 12, 1, Map.of(TOOLS, 0.70, PUMPS, 0.10)),
    BLACK_FRIDAY(Holidays::blackFriday, 6, 4, Map.of(COOLING, 0.8, HEATING, 0.3, TOOLS, 1.1, PUMPS, 0.2, CABLES, 0.1)),
    CHRISTMAS(year -> LocalDate.of(year, Month.DECEMBER, 21), 18, 2, Map.of(COOLING, 0.45, TOOLS, 0.40)),
    YEAR_END(year -> LocalDate.of(year, Month.DECEMBER, 29), 6, 8, everything(-0.60));

    private final IntFunction<LocalDate> date;
    private final int daysBefore;
    private final int daysAfter;
    private final Map<Category, Double> strength;

    Occasion(IntFunction<LocalDate> date, int daysBefore, int daysAfter, Map<Category, Double> strength) {
        this.date = date;
        this.daysBefore = daysBefore;
        this.daysAfter = daysAfter;
        this.strength = strength;
    }

    /** The factor on the demand for a category; its window may reach over the turn of the year. */
    double factor(Category category, LocalDate day) {
        double pull = strength.getOrDefault(category, 0.0);
        return pull == 0 ? 1 : 1 + pull * Math.max(nearness(day, day.getYear()), nearness(day, day.getYear() - 1));
    }

    private double nearness(LocalDate day, int year) {
        long since = day.toEpochDay() - date.apply(year).toEpochDay();
        double reach = 1.0 + (since < 0 ? daysBefore : daysAfter);
        return Math.max(0, 1 - Math.abs(since) / reach);
    }

    private static Map<Category, Double> everything(double strength) {
        return Arrays.stream(Category.values()).collect(Collectors.toMap(category -> category, category -> strength));
    }
}
