/** From orders and their lines to weekly totals: what the steps of the demand application tell each other. */
@NullMarked
package dev.vigia.topology.demand;

import org.jspecify.annotations.NullMarked;
