/** Change topics that already exist, read from the command line: which topics, how they are written, and how it goes. */
@NullMarked
package dev.vigia.app.changes;

import org.jspecify.annotations.NullMarked;
