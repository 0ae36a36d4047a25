/** What the demand application keeps, as compact bytes: each value begins with its format, so that a newer program knows an older one's. */
@NullMarked
package dev.vigia.topology.demand.state;

import org.jspecify.annotations.NullMarked;
