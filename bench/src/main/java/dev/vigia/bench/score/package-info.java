/** Scoring demand in batches, beside one window a call: as well as that can be done, and as one would write it first. */
@NullMarked
package dev.vigia.bench.score;

import org.jspecify.annotations.NullMarked;
