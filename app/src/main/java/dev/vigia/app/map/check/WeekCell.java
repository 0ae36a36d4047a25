package dev.vigia.app.map.check;

import java.time.LocalDate;
import java.util.Comparator;

/** A product in a region in a business week, which the first day names. */
record WeekCell(LocalDate week, String product, String region) implements Comparable<WeekCell> {

    private static final Comparator<WeekCell> ORDER = Comparator.comparing(WeekCell::week)
            .thenComparing(WeekCell::product)
            .thenComparing(WeekCell::region);

    @Override
    public int compareTo(WeekCell other) {
        return ORDER.compare(this, other);
    }
}
