package dev.vigia.app.sim.history;

/**
 * How far the history is loaded.
 *
 * @param weeks done, of {@code ofWeeks}
 * @param rows written since the program started
 */
public record HistoryProgress(int weeks, int ofWeeks, long rows) {}
