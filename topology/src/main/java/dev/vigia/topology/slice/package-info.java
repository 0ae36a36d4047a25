/** Work in slices, so that no thread is away for long. */
@NullMarked
package dev.vigia.topology.slice;

import org.jspecify.annotations.NullMarked;
