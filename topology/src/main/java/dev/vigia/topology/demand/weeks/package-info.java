/** Totals what lines add to series, closes weeks when everything of them has come, and corrects them when more comes. */
@NullMarked
package dev.vigia.topology.demand.weeks;

import org.jspecify.annotations.NullMarked;
