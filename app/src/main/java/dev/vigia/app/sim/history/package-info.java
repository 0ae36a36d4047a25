/** The past of the company, loaded in bulk before it lives. */
@NullMarked
package dev.vigia.app.sim.history;

import org.jspecify.annotations.NullMarked;
