package dev.vigia.connect.csv.cell;

import org.jspecify.annotations.Nullable;

/**
 * How a column is read.
 *
 * @param detected how its values are written, where the first lines showed it; null where nothing had to be found out
 */
public record Chosen(Cells cells, @Nullable String detected) {}
