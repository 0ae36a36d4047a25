/** {@code vigia models}: the models that are installed, and what is wrong with one that somebody brings. */
@NullMarked
package dev.vigia.app.models;

import org.jspecify.annotations.NullMarked;
