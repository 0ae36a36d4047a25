/** {@code vigia map}: writes a first mapping from a live schema, and shows what a mapping does before anything is sent. */
@NullMarked
package dev.vigia.app.map;

import org.jspecify.annotations.NullMarked;
