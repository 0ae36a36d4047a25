/** Files of comma-separated values: read line by line in bounded memory, mapped, and imported with one effect however often. */
@NullMarked
package dev.vigia.connect.csv;

import org.jspecify.annotations.NullMarked;
