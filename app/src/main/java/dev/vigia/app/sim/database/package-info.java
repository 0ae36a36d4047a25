/** The company's PostgreSQL: its tables, how rows are written to them, and what the company remembers of itself. */
@NullMarked
package dev.vigia.app.sim.database;

import org.jspecify.annotations.NullMarked;
