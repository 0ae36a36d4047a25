/** With what hashes of customers are made: said the same way to every command that makes them. */
@NullMarked
package dev.vigia.app.salt;

import org.jspecify.annotations.NullMarked;
