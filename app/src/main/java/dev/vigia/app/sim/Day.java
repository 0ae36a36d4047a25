package dev.vigia.app.sim;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What happens on one day.
 *
 * @param changes in order of time
 * @param readings in order of time, made only when asked for
 * @param stateAtEnd the state with which the next day begins
 */
public record Day<S>(List<RowChange> changes, Supplier<Stream<Reading>> readings, S stateAtEnd) {}
