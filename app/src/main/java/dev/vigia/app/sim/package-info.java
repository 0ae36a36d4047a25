/** The simulated company: what its ERP, WMS and plant write, and what was really true. */
@NullMarked
package dev.vigia.app.sim;

import org.jspecify.annotations.NullMarked;
