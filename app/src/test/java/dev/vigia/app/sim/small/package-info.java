/** A company small enough to be planned in a moment, with everything that the runtime has to cope with. */
@NullMarked
package dev.vigia.app.sim.small;

import org.jspecify.annotations.NullMarked;
