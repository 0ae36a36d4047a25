/** Customers and their orders: how demand becomes orders, and what happens to an order after it was placed. */
@NullMarked
package dev.vigia.app.sim.trade.order;

import org.jspecify.annotations.NullMarked;
