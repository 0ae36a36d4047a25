/** The contracts: what the topics are called, what they hold, how they are keyed and who may touch them. */
@NullMarked
package dev.vigia.schemas;

import org.jspecify.annotations.NullMarked;
