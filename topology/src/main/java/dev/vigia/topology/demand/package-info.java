/** From orders and their lines to weekly totals: what the demand application must know, and the records that it writes. */
@NullMarked
package dev.vigia.topology.demand;

import org.jspecify.annotations.NullMarked;
