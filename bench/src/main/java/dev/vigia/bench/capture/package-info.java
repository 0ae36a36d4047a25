/** Capture under attack and under load, beside the bare engine. */
@NullMarked
package dev.vigia.bench.capture;

import org.jspecify.annotations.NullMarked;
