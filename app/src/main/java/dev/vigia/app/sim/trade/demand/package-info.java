/** The demand that really is: its true mean on every day, and what is drawn around it. */
@NullMarked
package dev.vigia.app.sim.trade.demand;

import org.jspecify.annotations.NullMarked;
