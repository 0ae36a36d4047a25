package dev.vigia.topology.demand.weeks;

import dev.vigia.domain.BusinessCalendar;
import java.time.Duration;
import java.util.Set;

/**
 * When weeks close.
 *
 * @param grace how long after a week's end something of it may still be entered
 * @param sources that must all have passed it
 */
public record WeekRules(BusinessCalendar calendar, Duration grace, Set<String> sources) {

    public WeekRules {
        sources = Set.copyOf(sources);
    }
}
