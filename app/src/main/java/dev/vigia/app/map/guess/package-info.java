/** Guesses from names, types and keys which tables of a foreign schema hold what, and says what it is not sure of. */
@NullMarked
package dev.vigia.app.map.guess;

import org.jspecify.annotations.NullMarked;
