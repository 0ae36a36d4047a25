/** Demand: windows of weeks go in as a batch, forecasts come out of one call. */
@NullMarked
package dev.vigia.models.demand;

import org.jspecify.annotations.NullMarked;
