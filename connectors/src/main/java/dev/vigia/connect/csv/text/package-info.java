/** Files as text and text as lines: encodings, separators, quotes, and what is none of it. */
@NullMarked
package dev.vigia.connect.csv.text;

import org.jspecify.annotations.NullMarked;
