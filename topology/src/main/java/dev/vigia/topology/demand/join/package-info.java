/** Joins orders with their lines, and tells what each line adds to its series, exactly once and in every order of arrival. */
@NullMarked
package dev.vigia.topology.demand.join;

import org.jspecify.annotations.NullMarked;
