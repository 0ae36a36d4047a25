/** Random and hostile input for all ways in: nothing may die, and every line must be accounted for. */
@NullMarked
package dev.vigia.bench.fuzz;

import org.jspecify.annotations.NullMarked;
