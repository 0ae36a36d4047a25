/** The import of files as people see it: how far it is, and what it came to. */
@NullMarked
package dev.vigia.app.csv;

import org.jspecify.annotations.NullMarked;
