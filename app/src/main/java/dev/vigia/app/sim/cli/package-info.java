/** The commands of {@code vigia sim}. */
@NullMarked
package dev.vigia.app.sim.cli;

import org.jspecify.annotations.NullMarked;
