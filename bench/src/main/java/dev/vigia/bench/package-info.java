/** Benchmarks, each with the alternatives measured in the same run. */
@NullMarked
package dev.vigia.bench;

import org.jspecify.annotations.NullMarked;
