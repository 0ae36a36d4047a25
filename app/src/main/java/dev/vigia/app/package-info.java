/** What people run: the program and one class a command. */
@NullMarked
package dev.vigia.app;

import org.jspecify.annotations.NullMarked;
