package dev.vigia.topology.demand.weeks;

import dev.vigia.domain.BusinessWeek;
import dev.vigia.topology.demand.weeks.WeekStore.Place;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.TreeSet;

/** The series for which something late has come, in the order in which it came: a mirror of what is kept of them. */
final class LateWeeks {

    private final Map<String, NavigableSet<BusinessWeek>> weeks = new HashMap<>();
    private final Queue<String> order = new ArrayDeque<>();

    LateWeeks(Iterable<Place> kept) {
        kept.forEach(this::add);
    }

    void add(Place place) {
        var ofSeries = weeks.get(place.series());
        if (ofSeries == null) {
            ofSeries = new TreeSet<>();
            weeks.put(place.series(), ofSeries);
            order.add(place.series());
        }
        ofSeries.add(place.week());
    }

    boolean isEmpty() {
        return order.isEmpty();
    }

    int series() {
        return order.size();
    }

    /** The series that waits longest; there is one. */
    String next() {
        return order.element();
    }

    /** Its weeks; from now on it waits no more. */
    NavigableSet<BusinessWeek> take() {
        var found = weeks.remove(order.remove());
        return found == null ? new TreeSet<>() : found;
    }
}
