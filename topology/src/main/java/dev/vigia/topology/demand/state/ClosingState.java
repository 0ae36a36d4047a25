package dev.vigia.topology.demand.state;

import dev.vigia.domain.BusinessWeek;
import org.jspecify.annotations.Nullable;

/**
 * How far a partition has closed.
 *
 * @param through the newest week that has closed
 * @param next the series with which closing goes on; null where all have closed it
 */
public record ClosingState(BusinessWeek through, @Nullable String next) {}
