/** What a fresh installation is tried with. */
@NullMarked
package dev.vigia.app.selftest;

import org.jspecify.annotations.NullMarked;
