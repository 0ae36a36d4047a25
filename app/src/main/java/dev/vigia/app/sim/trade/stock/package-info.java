/** The warehouses: what they can deliver, what leaves and comes in, and how they are replenished. */
@NullMarked
package dev.vigia.app.sim.trade.stock;

import org.jspecify.annotations.NullMarked;
