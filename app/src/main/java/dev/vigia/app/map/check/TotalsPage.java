package dev.vigia.app.map.check;

import dev.vigia.app.map.check.Differences.Difference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Weekly totals, ours beside the database's, with the question that it was asked. */
final class TotalsPage {

    private static final int WEEKS = 10;
    private static final int DIFFERENCES = 50;

    private final Checked.Totals totals;

    TotalsPage(Checked.Totals totals) {
        this.totals = totals;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("Weekly totals by this SQL, and by the mapping row by row:");
        lines.add("");
        totals.sql().lines().forEach(line -> lines.add("    " + line));
        lines.add("");
        addWeeks(lines);
        addVerdict(lines);
        return lines;
    }

    private void addWeeks(List<String> lines) {
        var ours = byWeek(totals.ours());
        var theirs = byWeek(totals.theirs());
        var weeks = new TreeSet<>(ours.keySet());
        weeks.addAll(theirs.keySet());
        lines.add(row("week", "sold", "by SQL", "returned", "by SQL", "revenue", "by SQL"));
        weeks.stream().skip(Math.max(0, weeks.size() - WEEKS)).forEach(week -> {
            var mine = ours.getOrDefault(week, WeekTotal.NOTHING);
            var other = theirs.getOrDefault(week, WeekTotal.NOTHING);
            lines.add(row(
                    week.toString(),
                    number(mine.gross()),
                    number(other.gross()),
                    number(mine.returned()),
                    number(other.returned()),
                    number(mine.revenue()),
                    number(other.revenue())));
        });
        if (weeks.size() > WEEKS) {
            lines.add("  the newest " + WEEKS + " of " + weeks.size() + " weeks");
        }
    }

    private void addVerdict(List<String> lines) {
        var differences = totals.differences();
        if (differences.isEmpty()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  All %,d cells (product, region, week) agree to the cent.",
                    totals.ours().size()));
            return;
        }
        lines.add(String.format(
                Locale.ROOT, "  %,d cells (product, region, week) DIFFER; ours, then SQL's:", differences.size()));
        differences.stream().limit(DIFFERENCES).forEach(difference -> lines.addAll(lines(difference)));
        if (differences.size() > DIFFERENCES) {
            lines.add("  and " + (differences.size() - DIFFERENCES) + " more; --json lists all of them");
        }
    }

    private static List<String> lines(Difference difference) {
        var cell = difference.cell();
        return List.of(
                "  " + cell.week() + "  " + cell.product() + "  "
                        + (cell.region().isEmpty() ? "(no region)" : cell.region()),
                "      " + line(difference.ours()),
                "      " + line(difference.theirs()));
    }

    private static String line(WeekTotal total) {
        return String.format(
                Locale.ROOT,
                "sold %s   returned %s   revenue %s",
                number(total.gross()),
                number(total.returned()),
                number(total.revenue()));
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "  %-10s %14s %14s %12s %12s %15s %15s", (Object[]) cells);
    }

    private static String number(BigDecimal number) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
    }

    private static Map<LocalDate, WeekTotal> byWeek(Map<WeekCell, WeekTotal> cells) {
        var weeks = new TreeMap<LocalDate, WeekTotal>();
        cells.forEach((cell, total) -> weeks.merge(cell.week(), total, WeekTotal::plus));
        return weeks;
    }
}
