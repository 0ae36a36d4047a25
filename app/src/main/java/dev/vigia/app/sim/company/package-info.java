/** The company as one: its departments planned together, a business day at a time. */
@NullMarked
package dev.vigia.app.sim.company;

import org.jspecify.annotations.NullMarked;
