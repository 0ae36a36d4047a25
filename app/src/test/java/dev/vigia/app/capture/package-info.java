/** Capture against real servers. */
@NullMarked
package dev.vigia.app.capture;

import org.jspecify.annotations.NullMarked;
