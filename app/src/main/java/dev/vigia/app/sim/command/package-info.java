/** What people and tests tell the running company to do, and what came of it. */
@NullMarked
package dev.vigia.app.sim.command;

import org.jspecify.annotations.NullMarked;
