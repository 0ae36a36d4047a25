/** The local stack: real servers on this machine, in one data folder, started and stopped together. */
@NullMarked
package dev.vigia.app.local;

import org.jspecify.annotations.NullMarked;
