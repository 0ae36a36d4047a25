/** Checks of models for their authors: everything that is wrong, and whether the forecasts are those that were seen. */
@NullMarked
package dev.vigia.models.check;

import org.jspecify.annotations.NullMarked;
