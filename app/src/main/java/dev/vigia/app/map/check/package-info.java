/** Runs a mapping dry on live tables: what it would make of them, what it would refuse, and what it adds up to. */
@NullMarked
package dev.vigia.app.map.check;

import org.jspecify.annotations.NullMarked;
