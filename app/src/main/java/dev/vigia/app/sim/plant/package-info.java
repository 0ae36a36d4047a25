/** The plant of the simulated company: its machines, what its books say of them, and how worn they really are. */
@NullMarked
package dev.vigia.app.sim.plant;

import org.jspecify.annotations.NullMarked;
