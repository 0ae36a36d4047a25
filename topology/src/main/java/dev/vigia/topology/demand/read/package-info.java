/** Reads the records of others: what can be used becomes an event, what cannot a dead letter with its reason. */
@NullMarked
package dev.vigia.topology.demand.read;

import org.jspecify.annotations.NullMarked;
