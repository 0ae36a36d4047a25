package dev.vigia.topology.demand.event;

import dev.vigia.domain.Contribution;
import dev.vigia.domain.Passed;
import dev.vigia.domain.Upstream;

/** Something that is told to those who total series. */
public sealed interface SeriesEvent {

    /** A line adds to a series, or takes from it. */
    record Contributed(Contribution contribution) implements SeriesEvent {}

    /** Everything that an upstream had to add up to a point has been added. */
    record UpstreamPassed(Upstream upstream, Passed passed) implements SeriesEvent {}
}
