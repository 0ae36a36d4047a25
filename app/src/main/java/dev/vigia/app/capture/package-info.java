/** The options of {@code vigia capture}, and what it shows while it runs. */
@NullMarked
package dev.vigia.app.capture;

import org.jspecify.annotations.NullMarked;
