package dev.vigia.topology.demand.state;

import dev.vigia.domain.BusinessWeek;

/**
 * What is open of a series.
 *
 * @param from the week with which the next closing begins
 * @param cells how many weeks have something said of them that is not in the history
 */
public record OpenWeeks(BusinessWeek from, int cells) {

    public OpenWeeks with(BusinessWeek week) {
        return new OpenWeeks(from.isAfter(week) ? week : from, cells + 1);
    }

    public OpenWeeks withoutOne() {
        return new OpenWeeks(from, cells - 1);
    }
}
