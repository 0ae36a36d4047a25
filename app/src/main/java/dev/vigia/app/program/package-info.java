/** What every command relies on: where the program is installed, how it says no, when it is asked to stop. */
@NullMarked
package dev.vigia.app.program;

import org.jspecify.annotations.NullMarked;
