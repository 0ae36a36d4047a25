/** The company at work: an accelerated business clock, a transaction for every ten business minutes. */
@NullMarked
package dev.vigia.app.sim.live;

import org.jspecify.annotations.NullMarked;
