package dev.vigia.topology.demand.event;

import dev.vigia.domain.BusinessWeek;
import dev.vigia.domain.ClosedWeek;
import dev.vigia.domain.Passed;
import dev.vigia.domain.Series;

/** Something that is told of the weeks of series. */
public sealed interface WeekEvent {

    /** A week has closed, or is known better now. */
    record WeekTold(Series series, ClosedWeek week) implements WeekEvent {}

    /** Something was said of a week that is older than the history. */
    record WeekTooOld(Series series, BusinessWeek week) implements WeekEvent {}

    /** Everything that follows from a source up to a point has been told in this partition. */
    record WeeksPassed(String source, int partition, Passed passed) implements WeekEvent {}
}
