/** The trade side of the simulated company: what its ERP and its WMS write from day to day, and the demand behind it. */
@NullMarked
package dev.vigia.app.sim.trade;

import org.jspecify.annotations.NullMarked;
