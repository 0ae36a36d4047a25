/** The Streams applications, as maps of the way the data goes. */
@NullMarked
package dev.vigia.topology;

import org.jspecify.annotations.NullMarked;
