/** One machine and nothing else: how it runs, wears out, breaks and is mended, and what its sensors say meanwhile. */
@NullMarked
package dev.vigia.app.sim.plant.machine;

import org.jspecify.annotations.NullMarked;
