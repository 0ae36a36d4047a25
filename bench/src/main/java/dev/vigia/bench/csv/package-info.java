/** The import of files, beside a bare reader with a plain producer. */
@NullMarked
package dev.vigia.bench.csv;

import org.jspecify.annotations.NullMarked;
