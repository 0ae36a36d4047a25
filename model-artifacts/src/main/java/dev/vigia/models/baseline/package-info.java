/** Baselines: forecasts by simple rules, with the uncertainty that each rule's own past errors show. */
@NullMarked
package dev.vigia.models.baseline;

import org.jspecify.annotations.NullMarked;
