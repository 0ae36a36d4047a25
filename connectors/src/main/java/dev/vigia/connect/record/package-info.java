/** Canonical records on their way out: what a change of a row comes to, without any state. */
@NullMarked
package dev.vigia.connect.record;

import org.jspecify.annotations.NullMarked;
