/** The whole path in a temporary folder, proved stage by stage against what SQL says. */
@NullMarked
package dev.vigia.app.selftest;

import org.jspecify.annotations.NullMarked;
