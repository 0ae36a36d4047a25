package dev.vigia.app.map.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares totals cell by cell; a cell that is missing on one side is nothing there. */
final class Differences {

    /** A cell in which the two do not agree. */
    record Difference(WeekCell cell, WeekTotal ours, WeekTotal theirs) {}

    private Differences() {}

    static List<Difference> between(Map<WeekCell, WeekTotal> ours, Map<WeekCell, WeekTotal> theirs) {
        var cells = new TreeSet<>(ours.keySet());
        cells.addAll(theirs.keySet());
        var differences = new ArrayList<Difference>();
        for (var cell : cells) {
            var mine = ours.getOrDefault(cell, WeekTotal.NOTHING);
            var other = theirs.getOrDefault(cell, WeekTotal.NOTHING);
            if (!mine.isSameAs(other)) {
                differences.add(new Difference(cell, mine, other));
            }
        }
        return differences;
    }
}
