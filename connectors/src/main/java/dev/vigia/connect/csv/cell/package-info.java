/** Cells of a file as values: numbers and dates as they are written here and there, and which of them a column holds. */
@NullMarked
package dev.vigia.connect.csv.cell;

import org.jspecify.annotations.NullMarked;
