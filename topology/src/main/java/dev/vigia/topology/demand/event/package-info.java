/** What the steps of the demand application tell each other. */
@NullMarked
package dev.vigia.topology.demand.event;

import org.jspecify.annotations.NullMarked;
